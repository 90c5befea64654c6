import { camelCaseKeys, extensionsByName } from '../util/extensions-by-name.ts';
import type { Addon } from './addon.ts';

/** By name in the configuration. */
export const addons = camelCaseKeys(
  extensionsByName(import.meta.glob<Addon>('./*/index.ts', { eager: true, import: 'default' })),
);
