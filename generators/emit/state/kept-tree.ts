import type { Disk, Stamp } from '../../disk/disk.ts';
import type { CompiledTree } from '../tree/compiled-tree.ts';
import { foldersOf } from '../tree/out-path.ts';
import { type OutTree, type TreeFile, textReader } from '../tree/read-tree.ts';
import type { Kept } from './build-state.ts';

/** The part of out/ that belongs to owners that are not kept, from the state of a build since which nobody touched out/. */
export function treeBesideKept(disk: Disk, root: string, { state, isKept }: Kept): OutTree {
  const read = textReader(disk, root);
  const files = new Map<string, TreeFile>();
  const records = new Map<string, string>();
  for (const { path, record, hash, stamp } of state.outputs) {
    if (isKept(record)) continue;
    files.set(path, { hash, stamp });
    if (path === record) records.set(path, read(path));
  }
  const needed = foldersOf(files.keys());
  const folders = new Map<string, Stamp>();
  for (const { path, stamp } of state.folders) if (path === 'out' || needed.has(path)) folders.set(path, stamp);
  return { files, folders, oddities: new Map(), records, journal: undefined, read };
}

/** Throws where the compiler lets one owner write what another one, which it kept, has written. */
export function assertNoClash(compiled: CompiledTree, { state, isKept }: Kept): void {
  for (const { path, record } of state.outputs) {
    const file = compiled.files.get(path);
    if (file !== undefined && isKept(record)) throw new Error(`both ${record} and ${file.record} write ${path}`);
  }
}
