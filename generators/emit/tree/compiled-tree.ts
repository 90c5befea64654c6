import type { CompiledOwner } from '../../model/change.ts';
import type { OwnerOutput } from '../../model/output.ts';
import type { Hash } from '../../util/hash.ts';
import { printRecord, recordPath } from '../records/record.ts';
import { isOutPath, recordsFolder } from './out-path.ts';

export interface CompiledFile {
  readonly path: string;
  readonly content: string;
  readonly hash: string;
  /** Where the record of its owner lies; of a record its own path. */
  readonly record: string;
}

export interface CompiledTree {
  /** By path, records included. */
  readonly files: ReadonlyMap<string, CompiledFile>;
  readonly owners: readonly CompiledOwner[];
}

/** What the configuration asks for, with the records. Throws where the compiler broke its own rules. */
export function compiledTree(outputs: readonly OwnerOutput[], hash: Hash): CompiledTree {
  const files = new Map<string, CompiledFile>();
  const owners: CompiledOwner[] = [];
  const add = (file: CompiledFile): void => {
    const other = files.get(file.path);
    if (other !== undefined) throw new Error(`both ${other.record} and ${file.record} write ${file.path}`);
    files.set(file.path, file);
  };
  for (const output of outputs) {
    const record = recordPath(output.owner);
    const hashes: Record<string, string> = {};
    for (const { path, content } of output.files) {
      if (!isOutPath(path) || path.startsWith(`${recordsFolder}/`)) throw new Error(`${record} writes ${path}`);
      const hashOfFile = hash(content);
      hashes[path] = hashOfFile;
      add({ path, content, hash: hashOfFile, record });
    }
    const content = printRecord(output, hashes);
    add({ path: record, content, hash: hash(content), record });
    owners.push({ owner: output.owner, facts: output.facts, locate: output.locate, record });
  }
  return { files, owners };
}
