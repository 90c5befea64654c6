import type { Origin } from '../../source/origin.ts';
import { originIn } from '../tree/out-path.ts';
import type { OwnerRecord } from './record.ts';

/** Where a record names a fact. */
export function inRecord({ path, text }: OwnerRecord, fact: string): Origin {
  const start = text.indexOf(`"${fact}":`);
  return start === -1 ? originIn(path) : originIn(path, text, start, start + fact.length + 2);
}
