import type { Disk, Stamp } from '../../disk/disk.ts';
import { sha256 } from '../../disk/sha256.ts';
import { textOf } from '../../disk/text-of.ts';
import { type Journal, readJournal } from '../state/journal.ts';
import { recordsFolder } from './out-path.ts';

export interface TreeFile {
  readonly hash: string;
  /** Taken before the bytes were read, or after they were written. */
  readonly stamp: Stamp;
}

/** What stands in out/ that is neither a folder nor a file that can be read. */
export type Oddity = 'link' | 'other' | 'unreadable';

/** The state of out/, paths relative to the root. No link was followed. */
export interface OutTree {
  readonly files: ReadonlyMap<string, TreeFile>;
  /** Every folder, `out` too, stamped before it was listed. Without `out`: it does not exist. */
  readonly folders: ReadonlyMap<string, Stamp>;
  readonly oddities: ReadonlyMap<string, Oddity>;
  /** Text of what lies where records lie. */
  readonly records: ReadonlyMap<string, string>;
  /** Of a build that was killed. */
  readonly journal: Journal | undefined;
  /** Text of a file of the tree. */
  readonly read: (path: string) => string;
}

export function textReader(disk: Disk, root: string): OutTree['read'] {
  return (path) => textOf(disk.read(`${root}/${path}`)?.bytes ?? new Uint8Array());
}

/** Reads all of out/, every byte. */
export function readTree(disk: Disk, root: string): OutTree {
  const files = new Map<string, TreeFile>();
  const folders = new Map<string, Stamp>();
  const oddities = new Map<string, Oddity>();
  const records = new Map<string, string>();
  const pending: string[] = [];
  const top = disk.stat(`${root}/out`);
  if (top?.kind === 'folder') pending.push('out');
  else if (top !== undefined) oddities.set('out', top.kind === 'link' ? 'link' : 'other');

  const readFile = (path: string): void => {
    const found = disk.read(`${root}/${path}`);
    if (found === undefined) {
      oddities.set(path, 'unreadable');
      return;
    }
    files.set(path, { hash: sha256(found.bytes), stamp: found.stamp });
    if (path.startsWith(recordsFolder)) records.set(path, textOf(found.bytes));
  };

  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const stamp = disk.stat(`${root}/${folder}`);
    const entries = disk.list(`${root}/${folder}`);
    if (stamp === undefined || entries === undefined) {
      oddities.set(folder, 'unreadable');
      continue;
    }
    folders.set(folder, stamp);
    for (const { name, kind } of entries) {
      const path = `${folder}/${name}`;
      if (kind === 'file') readFile(path);
      else if (kind === 'folder') pending.push(path);
      else oddities.set(path, kind);
    }
  }
  return { files, folders, oddities, records, journal: readJournal(disk, root), read: textReader(disk, root) };
}
