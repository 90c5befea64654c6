import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { foundAsFolder } from './list-repository.ts';

const kinds = ['hubs', 'accounts', 'networks', 'spokes'];

/** What earlier builds wrote, such as `hubs/west`: by the names of the records, which need not be read. No link is followed. */
export function recordedNames(root: string): ReadonlySet<string> {
  const names = kinds.flatMap((kind) => {
    const folder = `out/.wheelwright/${kind}`;
    if (foundAsFolder(root, folder) !== 'folder') return [];
    try {
      const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.json'));
      return files.map((name) => `${kind}/${name.slice(0, -'.json'.length)}`);
    } catch {
      // Words of a message depend on it, and nothing else.
      return [];
    }
  });
  return new Set(names);
}
