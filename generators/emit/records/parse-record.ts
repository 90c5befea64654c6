import type { Facts } from '../../model/output.ts';
import { isMap } from '../../util/plain-map.ts';
import { isOutPath, recordsFolder } from '../tree/out-path.ts';
import { type OwnerRecord, recordOwner } from './record.ts';

/** A record that cannot be believed. */
export interface BrokenRecord {
  /** What is wrong, to stand after the record's name: `holds conflict markers of a merge`. */
  readonly reason: string;
  /** Of conflicting sides, what either says: hashes by path. */
  readonly salvaged: ReadonlyMap<string, readonly string[]>;
}

const sha256 = /^[0-9a-f]{64}$/;
const conflictMarkers = /^(?:<<<<<<<|=======|>>>>>>>)(?: |\r?$)/gm;

/** Whether a text was left by a merge: all three kinds of marker, each at the start of a line. */
export function holdsConflictMarkers(text: string): boolean {
  const found = new Set((text.match(conflictMarkers) ?? []).map((marker) => marker[0]));
  return found.size === 3;
}

function isFacts(value: unknown): value is Facts {
  return isMap(value) && Object.values(value).every((fact) => typeof fact === 'string');
}

function isOwnedPath(path: string): boolean {
  return isOutPath(path) && path !== recordsFolder && !path.startsWith(`${recordsFolder}/`);
}

/** The lines of files of both sides, without regard to what belongs together. */
function salvage(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [, quoted = '', hash = ''] of text.matchAll(/^ {4}("out\/[^"\n]*"): "([0-9a-f]{64})",?\r?$/gm)) {
    const path: unknown = parseJson(quoted);
    if (typeof path !== 'string' || !isOwnedPath(path)) continue;
    const hashes = found.get(path);
    if (hashes === undefined) found.set(path, [hash]);
    else hashes.push(hash);
  }
  return found;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads a record as what anybody could have written: whatever it says, no path leaves out/, and it speaks for the owner
 * whose name it bears only.
 */
export function parseRecord(path: string, text: string): OwnerRecord | BrokenRecord {
  const broken = (reason: string): BrokenRecord => ({ reason, salvaged: new Map() });
  if (holdsConflictMarkers(text)) return { reason: 'holds conflict markers of a merge', salvaged: salvage(text) };
  const value = parseJson(text);
  if (value === undefined) return broken('is not valid JSON');
  if (!isMap(value)) return broken('is not a JSON object');
  const { owner, input, facts, files } = value;
  const expected = recordOwner(path);
  if (!isMap(owner) || owner['kind'] !== expected?.kind || owner['name'] !== expected?.name || expected === undefined) {
    return broken('names another owner than its file name does');
  }
  if (typeof input !== 'string') return broken('has no `input`');
  if (!isFacts(facts)) return broken('has no `facts`, or some that are no text');
  if (!isMap(files)) return broken('has no `files`');
  const hashes = new Map<string, string>();
  for (const [file, hash] of Object.entries(files)) {
    if (!isOwnedPath(file)) return broken(`claims ${JSON.stringify(file)}, which is no path of a file in out/`);
    if (typeof hash !== 'string' || !sha256.test(hash)) return broken(`gives "${file}" something that is no SHA-256`);
    hashes.set(file, hash);
  }
  return { owner: expected, input, facts, files: hashes, path, text };
}
