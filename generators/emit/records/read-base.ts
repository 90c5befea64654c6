import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Disk } from '../../disk/disk.ts';
import { describeGitFault } from '../../disk/git/run-git.ts';
import { textOf } from '../../disk/text-of.ts';
import { emitError, emitWarning } from '../emit-checks.ts';
import { originIn, recordsFolder } from '../tree/out-path.ts';
import type { ComparedBase } from './compare-records.ts';
import { findBase } from './find-base.ts';
import { type RecordsTree, readGitRecords, recordsTree } from './git-records.ts';
import { parseRecord } from './parse-record.ts';
import { type OwnerRecord, recordOwner } from './record.ts';

const lastCommit = 'the last commit';

export interface Base extends ComparedBase {
  readonly problems: readonly Diagnostic[];
}

/** The records of the head, as they are to be: text by path. */
export type HeadRecords = ReadonlyMap<string, string>;

function baseOf(differing: ReadonlyMap<string, string>, paths: ReadonlySet<string>): Base {
  const records: OwnerRecord[] = [];
  const problems: Diagnostic[] = [];
  for (const [path, text] of differing) {
    if (recordOwner(path) === undefined) continue;
    const record = parseRecord(path, text);
    if (!('reason' in record)) records.push(record);
    else {
      const message = `The record "${path}" of the base ${record.reason}: what changed in it is not checked.`;
      problems.push(emitWarning('lifecycle/unreadable-base', { message, at: originIn(path, text) }));
    }
  }
  return { records, paths, problems };
}

function withoutRecords(...problems: readonly Diagnostic[]): Base {
  return { records: [], paths: new Set(), problems };
}

/** Records that lie in a folder's out/, whoever wrote them. No link is followed. */
export function readFolderRecords(disk: Disk, root: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const isFolder = (path: string): boolean => disk.stat(`${root}/${path}`)?.kind === 'folder';
  if (!isFolder('out') || !isFolder(recordsFolder)) return texts;
  for (const folder of disk.list(`${root}/${recordsFolder}`) ?? []) {
    if (folder.kind !== 'folder') continue;
    for (const { name, kind } of disk.list(`${root}/${recordsFolder}/${folder.name}`) ?? []) {
      const path = `${recordsFolder}/${folder.name}/${name}`;
      const file = kind === 'file' ? disk.read(`${root}/${path}`) : undefined;
      if (file !== undefined) texts.set(path, textOf(file.bytes));
    }
  }
  return texts;
}

function readFolderBase(disk: Disk, folder: string, head: HeadRecords): Base {
  const texts = readFolderRecords(disk, folder);
  return baseOf(new Map([...texts].filter(([path, text]) => head.get(path) !== text)), new Set(texts.keys()));
}

function readCommitBase(root: string, commit: string, name: string, head: HeadRecords): Base {
  const found = recordsTree(root, commit);
  if ('fault' in found) return withoutRecords(unreadable(found, `the base "${name}"`));
  if (found.tree === undefined) return withoutRecords();
  const records = readGitRecords(root, found.tree, head, () => true);
  if (records !== undefined) return baseOf(records.differing, records.paths);
  return withoutRecords(unreadable({ fault: 'unreadable' }, `the base "${name}"`));
}

/** A guard that cannot look is no guard: it stops, unless Git itself is out of reach. */
function unreadable({ fault }: Extract<RecordsTree, { fault: unknown }>, what: string): Diagnostic {
  const code = 'lifecycle/unreadable-base';
  if (fault === 'unreadable') {
    const message = `Git cannot read the records of ${what}: a part of them is not in this clone.`;
    return emitError(code, { message, help: 'Fetch what is missing: `git fetch --refetch --no-filter`.' });
  }
  return emitError(code, describeGitFault(fault, what));
}

/** The records of what `--base` names, of which those that are not the head's were read. */
export function readBase(disk: Disk, root: string, base: string, head: HeadRecords): Base {
  const found = findBase(disk, root, base);
  if ('problem' in found) return withoutRecords(found.problem);
  return 'folder' in found ? readFolderBase(disk, found.folder, head) : readCommitBase(root, found.commit, base, head);
}

/** What the last commit says about records: its tree's hash, to be compared with that of an earlier build. */
export interface Head {
  /** Undefined where nothing is committed, or there is no Git. */
  readonly tree: string | undefined;
  readonly problems: readonly Diagnostic[];
}

/** One call of Git, a few milliseconds. Where Git cannot be asked at all, that is told, and the last build is what counts. */
export function findHead(disk: Disk, root: string): Head {
  const found = recordsTree(root, 'HEAD');
  if (!('fault' in found)) return { tree: found.tree, problems: [] };
  if (found.fault === 'unreadable') return { tree: undefined, problems: [unreadable(found, lastCommit)] };
  if (found.fault === 'not-installed' && disk.stat(`${root}/.git`) === undefined)
    return { tree: undefined, problems: [] };
  return {
    tree: undefined,
    problems: [emitWarning('lifecycle/unreadable-base', describeGitFault(found.fault, lastCommit))],
  };
}

/** The records of the last commit that are to be compared and differ from the head's. */
export function readHead(root: string, tree: string, head: HeadRecords, isCompared: (path: string) => boolean): Base {
  const records = readGitRecords(root, tree, head, isCompared);
  return records === undefined
    ? withoutRecords(unreadable({ fault: 'unreadable' }, lastCommit))
    : baseOf(records.differing, records.paths);
}
