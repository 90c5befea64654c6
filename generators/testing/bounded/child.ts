import { writeSync } from 'node:fs';
import { makeInput } from './make-input.ts';
import { randomOf } from './random.ts';
import { readers } from './readers.ts';

/** What this process may hold, in bytes. */
const mostMemory = 512 * 1024 * 1024;

const [seed = 1, from = 0, to = 0] = process.argv.slice(2, 5).map(Number);
const only = process.argv[5]?.split(',');
const chosen = Object.entries(readers)
  .filter(([name]) => only?.includes(name) ?? true)
  .flatMap((entry) => Array.from({ length: entry[1].weight }, () => entry));

/** Each line tells of the process so far: milliseconds of a processor and bytes. */
const tell = (line: object): void => {
  const { user, system } = process.cpuUsage();
  writeSync(1, `${JSON.stringify({ ...line, used: (user + system) / 1000, held: process.memoryUsage.rss() })}\n`);
};

// The input of an index is the same whoever asks for it, so that what failed can be tried again alone.
for (let index = from; index < to; index++) {
  const random = randomOf(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const [name, reader] = random.pick(chosen);
  const text = makeInput(random, reader.samples, Math.min(reader.mostBytes, 1024 * 1024));
  tell({ index, name, bytes: Buffer.byteLength(text) });
  try {
    await reader.read(text, random);
  } catch (error) {
    tell({
      index,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      text: text.slice(0, 300),
    });
  }
  const memory = process.memoryUsage.rss();
  if (memory > mostMemory) {
    tell({ index, memory });
    break;
  }
}
tell({ end: true });
