import type { Problem } from '../diagnostics/diagnostic.ts';
import { repairBy } from '../diagnostics/repair-by.ts';
import type { Locate } from '../source/origin.ts';
import type { Path } from '../source/path.ts';
import { isKey } from './later-place.ts';

/** Where a key without a value takes away what earlier layers said, and how it comes back; nothing where none does. */
export function removed(locate: Locate, path: Path): Pick<Problem, 'at' | 'notes' | 'help' | 'edits'> | undefined {
  const name = String(path.at(-1));
  const at = locate(path, 'key');
  if (!isKey(at, name)) return undefined;
  const notes = [{ message: 'an empty value, or `null`, removes it here', at }];
  return { at, notes, ...repairBy({ at, remove: name }) };
}
