import type { AuthoredFolder } from '../model/fleet.ts';
import type { OutputFile, OwnerDraft } from '../model/output.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { baseFolder, componentFolder } from './paths.ts';

/** An authored base or component as it is: nothing in `out/` may point outside of it. */
export function draftAuthored(kind: 'base' | 'component', folder: AuthoredFolder): OwnerDraft {
  const target = kind === 'base' ? baseFolder(folder.name) : componentFolder(folder.name);
  const sorted = [...folder.files].sort(([a], [b]) => byCodePoint(a, b));
  const files = sorted.map(([path, content]): OutputFile => ({ path: `${target}/${path}`, content }));
  return { owner: { kind, name: folder.name }, input: files, facts: {}, locate: () => ({}), files };
}
