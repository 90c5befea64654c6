import { hostileWords, repeated } from './hostile-text.ts';
import type { Random } from './random.ts';

type Mutation = (text: string, random: Random, others: readonly string[]) => string;

function slice(text: string, random: Random, most = 200): readonly [number, number] {
  const start = random.below(text.length + 1);
  return [start, Math.min(text.length, start + random.below(most))];
}

function replaceLine(text: string, random: Random, change: (line: string) => string): string {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  lines[at] = change(lines[at] ?? '');
  return lines.join('\n');
}

const mutations: readonly Mutation[] = [
  (text, random) => {
    const [start, end] = slice(text, random);
    return text.slice(0, start) + text.slice(end);
  },
  (text, random) => {
    const [start, end] = slice(text, random);
    return text.slice(0, end) + text.slice(start, end).repeat(1 + random.below(20)) + text.slice(end);
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.pick(hostileWords) + text.slice(at);
  },
  (text, random) => {
    const [start, end] = slice(text, random, 20);
    return text.slice(0, start) + random.pick(hostileWords) + text.slice(end);
  },
  (text, random) => replaceLine(text, random, (line) => line.replace(/:.*/, () => `: ${random.pick(hostileWords)}`)),
  (text, random) =>
    replaceLine(text, random, (line) => line.replace(/[\w.-]+:/, () => `${random.pick(hostileWords)}:`)),
  (text, random) => replaceLine(text, random, (line) => ' '.repeat(random.below(8)) + line.trimStart()),
  (text, random) => replaceLine(text, random, (line) => `${line}\n`.repeat(1 + random.below(200))),
  (text, random) => replaceLine(text, random, (line) => line.replace(/:.*/, () => `: ${repeated(random, 2000)}`)),
  (text, random, others) => {
    const other = random.pick(others);
    const [start, end] = slice(other, random, 1000);
    const at = random.below(text.length + 1);
    return text.slice(0, at) + other.slice(start, end) + text.slice(at);
  },
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => `${text}\n---\n`.repeat(1 + random.below(8)),
  (text, random) => {
    const char = String.fromCodePoint(random.below(random.chance(2) ? 0x100 : 0xd7ff));
    const at = random.below(text.length + 1);
    return text.slice(0, at) + char + text.slice(at + random.below(2));
  },
  (text) => text.replaceAll('\n', '\r\n'),
];

/** A text with a few things changed. */
export function mutate(text: string, random: Random, others: readonly string[]): string {
  let changed = text;
  for (let left = 1 + random.below(4); left > 0; left--) changed = random.pick(mutations)(changed, random, others);
  return changed;
}
