import { join } from 'node:path';
import { compile } from '../compile.ts';
import { readRepository } from '../disk/read-repository.ts';
import { vendoredMeans } from '../disk/vendored-means.ts';
import type { OwnerOutput } from '../model/output.ts';
import type { OutTexts } from './delivered/objects-in.ts';

export const repositoryRoot = join(import.meta.dirname, '../..');

/** What the configuration of this repository compiles to. Throws where it has a problem. */
export async function compileExampleFleet(): Promise<readonly OwnerOutput[]> {
  const { files, problems } = readRepository(repositoryRoot);
  const { outputs, diagnostics } = await compile(files, vendoredMeans());
  if (outputs === undefined || problems.length + diagnostics.length > 0) {
    throw new Error([...problems, ...diagnostics].map(({ message }) => message).join('\n'));
  }
  return outputs;
}

export function filesOf(outputs: readonly OwnerOutput[]): OutTexts {
  return new Map(outputs.flatMap(({ files }) => files.map(({ path, content }) => [path as string, content] as const)));
}
