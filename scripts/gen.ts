import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'glob';
import * as configSchemas from './gen/config-schemas.ts';
import type { Generator } from './gen/generator.ts';
import * as reference from './gen/reference.ts';
import * as resourceTypes from './gen/resource-types.ts';
import * as map from './map.ts';

const root = join(import.meta.dirname, '..');
const generators: readonly Generator[] = [configSchemas, resourceTypes, reference, map];

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Makes the files so, unless they are only checked; gives what differed. */
async function bringUpToDate({ generate, owns }: Generator, check: boolean): Promise<readonly string[]> {
  const contents = await generate(root);
  const changes: string[] = [];
  for (const [path, content] of contents) {
    const before = readIfPresent(join(root, path));
    if (before === content) continue;
    if (check) changes.push(`${before === undefined ? 'missing' : 'stale'}: ${path}`);
    else {
      changes.push(`written: ${path}`);
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
  }
  const present = globSync('{schemas,docs}/**', { cwd: root, nodir: true, posix: true });
  for (const path of present.filter((path) => owns.test(path) && !contents.has(path))) {
    changes.push(`${check ? 'left over' : 'removed'}: ${path}`);
    if (!check) rmSync(join(root, path));
  }
  return changes;
}

/** Writes what is generated and committed. With --check it writes nothing and fails when something is stale. */
export async function main(args: readonly string[]): Promise<number> {
  const check = args.includes('--check');
  const changes: string[] = [];
  for (const generator of generators) changes.push(...(await bringUpToDate(generator, check)));
  for (const line of changes) console.log(line);
  if (!check) console.log(`${changes.length} generated files changed.`);
  else
    console.log(
      changes.length > 0 ? 'Run `npm run gen` and commit what it writes.' : 'Generated files are up to date.',
    );
  return check && changes.length > 0 ? 1 : 0;
}
