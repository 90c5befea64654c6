import { type BrokenRecord, parseRecord } from '../records/parse-record.ts';
import { type OwnerRecord, recordOwner } from '../records/record.ts';
import type { CompiledTree } from './compiled-tree.ts';
import type { OutTree } from './read-tree.ts';

interface Claim {
  readonly hashes: string[];
  /** Paths of the records that name the file. */
  readonly records: string[];
}

/** Which files of out/ are ours, as records and the journal say. */
export interface Claims {
  /** Whether Wheelwright may have left that content there. */
  knows(path: string, hash: string): boolean;
  /** Records that name the file; none where it is not ours. */
  recordsOf(path: string): readonly string[];
  /** Why a record cannot be believed, by path. */
  readonly broken: ReadonlyMap<string, BrokenRecord>;
  /** Those that can be read and are not what was compiled. */
  readonly outdated: readonly OwnerRecord[];
}

/** A record that is exactly the compiled one is not parsed: it says what `compiled` says. */
export function readClaims(tree: OutTree, compiled: CompiledTree): Claims {
  const claims = new Map<string, Claim>();
  const broken = new Map<string, BrokenRecord>();
  const outdated: OwnerRecord[] = [];
  const add = (record: string, path: string, hashes: readonly string[]): void => {
    const claim = claims.get(path);
    if (claim === undefined) claims.set(path, { hashes: [...hashes], records: [record] });
    else {
      claim.hashes.push(...hashes);
      claim.records.push(record);
    }
  };
  const isCurrent = (record: string | undefined): boolean =>
    record !== undefined && tree.files.get(record)?.hash === compiled.files.get(record)?.hash;

  for (const [path, text] of tree.records) {
    if (recordOwner(path) === undefined || (compiled.files.has(path) && isCurrent(path))) continue;
    const record = parseRecord(path, text);
    if ('reason' in record) {
      broken.set(path, record);
      for (const [file, hashes] of record.salvaged) add(path, file, hashes);
    } else {
      outdated.push(record);
      for (const [file, hash] of record.files) add(path, file, [hash]);
    }
  }
  return {
    knows: (path, hash) =>
      claims.get(path)?.hashes.includes(hash) === true || tree.journal?.get(path)?.includes(hash) === true,
    recordsOf(path) {
      const owner = compiled.files.get(path)?.record;
      const found = claims.get(path)?.records ?? [];
      return owner !== undefined && tree.files.has(owner) && isCurrent(owner) ? [...found, owner] : found;
    },
    broken,
    outdated,
  };
}
