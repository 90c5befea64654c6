import { gzipSync } from 'node:zlib';

const blockSize = 512;

function pad(content: Buffer): Buffer {
  const rest = content.length % blockSize;
  return rest === 0 ? content : Buffer.concat([content, Buffer.alloc(blockSize - rest)]);
}

const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`;

/** A header of POSIX ustar: owner root, mode 0644, the first second of 1980. */
function header(path: string, size: number): Buffer {
  if (Buffer.byteLength(path) > 100) throw new Error(`${path} is too long for a plain tar header`);
  const block = Buffer.alloc(blockSize);
  block.write(path, 0);
  block.write(octal(0o644, 8), 100);
  block.write(octal(0, 8), 108);
  block.write(octal(0, 8), 116);
  block.write(octal(size, 12), 124);
  block.write(octal(315532800, 12), 136);
  block.write(' '.repeat(8), 148);
  block.write('0', 156);
  block.write('ustar\0' + '00', 257);
  const checksum = block.reduce((sum, byte) => sum + byte, 0);
  block.write(`${checksum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** The same files give the same bytes: paths in order of code points, and no time but a fixed one. */
export function tarGzip(files: ReadonlyMap<string, string>): Buffer {
  const blocks: Buffer[] = [];
  for (const path of [...files.keys()].sort()) {
    const content = Buffer.from(files.get(path) ?? '');
    blocks.push(header(path, content.length), pad(content));
  }
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * blockSize)]), { level: 6 });
}
