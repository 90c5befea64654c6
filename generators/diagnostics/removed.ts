import { isKey, type Locate } from '../source/origin.ts';
import type { Path } from '../source/path.ts';
import type { Problem } from './diagnostic.ts';
import { repairBy } from './repair-by.ts';

/** Where a key without a value takes away what earlier layers said, and how it comes back; nothing where none does. */
export function removed(locate: Locate, path: Path): Pick<Problem, 'at' | 'notes' | 'help' | 'edits'> | undefined {
  const name = String(path.at(-1));
  const at = locate(path, 'key');
  if (!isKey(at, name)) return undefined;
  const notes = [{ message: 'an empty value, or `null`, removes it here', at }];
  return { at, notes, ...repairBy({ at, remove: name }) };
}
