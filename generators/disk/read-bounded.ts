import * as fs from 'node:fs';

// A link would be followed, a pipe would block. Neither flag exists on Windows.
const plainFile = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

/** `plain`: of a repository, which may be a stranger's, so only what is a file itself. `named`: by the user, so a pipe or a link will do. */
export type Trust = 'plain' | 'named';

export type Bounded = { readonly bytes: Buffer } | { readonly fault: 'too-large' | 'no-file' };

/** The bytes of a file, of which there may be `maxSize`: a device gives more than any memory holds. Throws errors of the system. */
export function readBounded(path: string, maxSize: number, trust: Trust): Bounded {
  const descriptor = fs.openSync(path, trust === 'plain' ? plainFile : fs.constants.O_RDONLY);
  try {
    const stats = fs.fstatSync(descriptor);
    if (trust === 'plain' && !stats.isFile()) return { fault: 'no-file' };
    if (stats.size > maxSize) return { fault: 'too-large' };
    return readDescriptor(descriptor, maxSize, stats.size);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** What comes until the end; `expected`: as many bytes as there probably are. */
export function readDescriptor(descriptor: number, maxSize: number, expected = 0): Bounded {
  const chunks: Buffer[] = [];
  let length = 0;
  for (let next = expected > 0 ? expected + 1 : 65_536; ; next = 65_536) {
    const chunk = Buffer.allocUnsafe(next);
    const count = readSome(descriptor, chunk);
    if (count === 0) return { bytes: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks) };
    length += count;
    if (length > maxSize) return { fault: 'too-large' };
    chunks.push(chunk.subarray(0, count));
  }
}

/** Standard input may be a terminal or a pipe that has nothing yet, and says so instead of waiting. */
function readSome(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return fs.readSync(descriptor, chunk);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      if (error.code === 'EOF') return 0;
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
