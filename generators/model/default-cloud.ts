/** Of accounts that say none, and of hubs. */
export const DEFAULT_CLOUD = 'aws';
