import { compile } from '../../compile.ts';
import { compiledTree } from '../../emit/tree/compiled-tree.ts';
import { type KindIndex, kindFiles } from '../../kube/kinds.ts';
import { filesInMemory } from '../../load/files-in-memory.ts';
import { newCloudFacts } from '../../model/cloud-facts.ts';
import { plainHash } from '../../util/hash.ts';

/** All that the compiler is handed where there is no disk. */
export interface CoreInput {
  /** What people wrote, by path. */
  readonly texts: Readonly<Record<string, string>>;
  readonly index: KindIndex;
  /** Text of the files that the index names, by path. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Text of files of facts of clouds, by path: none where nobody asks for one. */
  readonly facts?: Readonly<Record<string, string>>;
}

export interface CoreOutput {
  readonly messages: readonly string[];
  /** SHA-256 of each file of out/, by path. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** The whole compiler, as a page would use it. */
export async function compileTexts({ texts, index, kinds, facts = {} }: CoreInput): Promise<CoreOutput> {
  const known = kindFiles(index, (path) => kinds[path] ?? '');
  const means = {
    schemas: known,
    hash: plainHash,
    kinds: async () => known,
    facts: newCloudFacts((path) => facts[path] ?? ''),
  };
  const { diagnostics, outputs = [] } = await compile(filesInMemory(texts), means);
  const { files } = compiledTree(outputs, plainHash);
  return {
    messages: diagnostics.map(({ code, message }) => `${code}: ${message}`),
    hashes: Object.fromEntries([...files].map(([path, { hash }]) => [path, hash])),
  };
}
