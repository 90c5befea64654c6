import { createHash } from 'node:crypto';

/** Git's name of a file's content: SHA-1, or SHA-256 in repositories that use it, as a name of that repository shows. */
export function blobName(content: string, like: string): string {
  const bytes = Buffer.from(content);
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}
