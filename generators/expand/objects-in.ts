import { parseAllDocuments } from 'yaml';
import { isMap, type PlainMap } from '../util/plain-map.ts';

/** The objects of a file that was emitted. */
export function objectsIn(text: string): readonly PlainMap[] {
  return parseAllDocuments(text)
    .map((document) => document.toJS() as unknown)
    .filter(isMap);
}
