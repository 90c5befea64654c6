import type { Origin } from '../../source/origin.ts';
import { originIn } from '../tree/out-path.ts';
import type { OwnerRecord } from './record.ts';

/** Where a record names a fact by one of its names. */
export function inRecord({ path, text }: OwnerRecord, names: readonly string[]): Origin {
  for (const name of names) {
    const start = text.indexOf(`"${name}":`);
    if (start !== -1) return originIn(path, text, start, start + name.length + 2);
  }
  return originIn(path);
}
