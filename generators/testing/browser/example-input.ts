import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRepository } from '../../disk/read-repository.ts';
import { sha256 } from '../../disk/sha256.ts';
import type { KindIndex } from '../../kube/kinds.ts';
import { readTexts } from '../output-folder.ts';
import type { CoreInput, CoreOutput } from './core.ts';

/** The example fleet and the vendored kinds, as a server would send them. */
export function exampleInput(root: string): CoreInput {
  const { config, authored, others } = readRepository(root).files;
  const texts = Object.fromEntries([...config, ...authored, ...others].map(([path, { text }]) => [path, text]));
  const vendored = (path: string): string => readFileSync(join(root, 'schemas/kubernetes', path), 'utf8');
  const index = JSON.parse(vendored('index.json')) as KindIndex;
  const paths = new Set(['builtin/object-meta.json', ...Object.values(index).map(({ file }) => file)]);
  return { texts, index, kinds: Object.fromEntries([...paths].map((path) => [path, vendored(path)])) };
}

/** What differs from the out/ that is committed, and how many files are the same. Nothing is compared where there is a message. */
export function compareWithOut(root: string, { messages, hashes }: CoreOutput) {
  if (messages.length > 0) return { differences: messages, equal: 0 };
  const committed = readTexts(root);
  const paths = new Set([...Object.keys(committed), ...Object.keys(hashes)]);
  const differences = [...paths].filter((path) => hashes[path] !== sha256(committed[path] ?? ''));
  return { differences, equal: paths.size - differences.length };
}
