import { readFileSync } from 'node:fs';
import index from '../../schemas/kubernetes/index.json' with { type: 'json' };
import { type KindIndex, type Kinds, kindFiles } from '../kube/kinds.ts';

/** The bundle lies one folder below the root of the package; this file, two. */
const folder = new URL(typeof WHEELWRIGHT_VERSION === 'string' ? '../schemas/' : '../../schemas/', import.meta.url);

/** The schemas of the kinds that are emitted, from the files that this program comes with. */
export function vendoredSchemas(): Kinds {
  return kindFiles(index as KindIndex, readVendored);
}

/** The text of a file of schemas/kubernetes, by its path there. */
export function readVendored(path: string): string {
  return readFact(`kubernetes/${path}`);
}

/** The text of a file of schemas/, by its path there. */
export function readFact(path: string): string {
  return readFileSync(new URL(path, folder), 'utf8');
}
