import { sha256 } from './digests.ts';

/** SHA-256 in hex; text is hashed as UTF-8. Handed in where much is hashed: what a system has is many times faster than ours. */
export type Hash = (content: string | Uint8Array) => string;

/** Ours, which runs everywhere. */
export const plainHash: Hash = (content) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
};
