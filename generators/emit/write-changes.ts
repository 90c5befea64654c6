import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Disk, isSystemError, type Stamp, type SystemError, systemError } from '../disk/disk.ts';
import { openPrivateFolder, temporaryPath } from '../disk/private-folder.ts';
import { emitError } from './emit-checks.ts';
import { removeJournal, writeJournal } from './state/journal.ts';
import type { Change, TreeComparison } from './tree/compare-tree.ts';
import { originIn, parentOf } from './tree/out-path.ts';
import type { TreeFile } from './tree/read-tree.ts';

export interface WrittenFile extends TreeFile {
  /** Path of the record of its owner. */
  readonly record: string;
}

/** out/ as it is after a build: exactly what was compiled. */
export interface WrittenTree {
  readonly files: ReadonlyMap<string, WrittenFile>;
  readonly folders: ReadonlyMap<string, Stamp>;
}

/** Every content that a path may have from now until the journal is removed. */
function journalOf({ changes, tree }: TreeComparison): Map<string, readonly string[]> {
  const journal = new Map<string, readonly string[]>(tree.journal);
  for (const { path, file, oldHash, isRecord } of changes) {
    if (isRecord) continue;
    const hashes = [oldHash, file?.hash].filter((hash) => hash !== undefined);
    const known = journal.get(path);
    journal.set(path, known === undefined ? hashes : [...new Set([...known, ...hashes])]);
  }
  return journal;
}

/**
 * Makes folders below the root. A folder that the comparison saw is a real one; any other must be made, or be looked at: what
 * came there since may be a link.
 */
function folderMaker(
  disk: Disk,
  root: string,
  known: Iterable<string>,
  touched: Set<string>,
): (folder: string) => void {
  const made = new Set<string>(known).add('');
  return function make(folder) {
    if (made.has(folder)) return;
    make(parentOf(folder));
    if (!disk.makeFolder(`${root}/${folder}`) && disk.stat(`${root}/${folder}`)?.kind !== 'folder') {
      throw systemError('ENOTDIR', 'mkdir', folder);
    }
    touched.add(parentOf(folder));
    made.add(folder);
  };
}

function isOrIsBelow(folder: string, files: ReadonlyMap<string, unknown>): boolean {
  for (let path = folder; path !== ''; path = parentOf(path)) if (files.has(path)) return true;
  return false;
}

/** Deepest first: a path sorts before those below it. */
function removeFolders(disk: Disk, root: string, folders: readonly string[]): void {
  for (const folder of [...folders].sort().reverse()) disk.removeFolder(`${root}/${folder}`);
}

/**
 * Turns out/ into what was compiled. Killed at any moment, it leaves every file either old or new, and enough for the
 * next build to know its own: the journal is there before the first change and goes after the last; records follow the
 * files that they name; what is no longer asked for goes last.
 */
function write(disk: Disk, root: string, comparison: TreeComparison): WrittenTree {
  const { changes, compiled, folders, tree } = comparison;
  const unneeded = [...tree.folders.keys()].filter((folder) => folder !== 'out' && !folders.has(folder));
  const stamps = new Map<string, TreeFile>();
  const touched = new Set<string>(unneeded.map(parentOf));
  if (changes.length === 0 && unneeded.length === 0 && tree.journal === undefined)
    return treeAfter(disk, root, comparison, stamps, touched);
  openPrivateFolder(disk, root);
  if (changes.length > 0) writeJournal(disk, root, journalOf(comparison));

  const remove = ({ path }: Change): void => {
    disk.remove(`${root}/${path}`);
    touched.add(parentOf(path));
  };
  const deletes = changes.filter(({ kind }) => kind === 'delete');
  deletes.filter(({ first }) => first).forEach(remove);
  removeFolders(
    disk,
    root,
    unneeded.filter((folder) => isOrIsBelow(folder, compiled.files)),
  );

  const known = [...tree.folders.keys()].filter((folder) => folders.has(folder));
  const makeFolder = folderMaker(disk, root, known, touched);
  const temporary = temporaryPath(root);
  const replace = ({ path, file }: Change): void => {
    if (file === undefined) return;
    const folder = parentOf(path);
    makeFolder(folder);
    const target = `${root}/${path}`;
    disk.create(temporary, file.content);
    disk.rename(temporary, target);
    touched.add(folder);
    const stamp = disk.stat(target);
    if (stamp !== undefined) stamps.set(path, { hash: file.hash, stamp });
  };
  for (const change of changes) if (!change.isRecord) replace(change);
  for (const change of changes) if (change.isRecord) replace(change);
  const last = deletes.filter(({ first }) => !first);
  for (const change of last) if (!change.isRecord) remove(change);
  for (const change of last) if (change.isRecord) remove(change);
  removeFolders(disk, root, unneeded);
  removeJournal(disk, root);
  return treeAfter(disk, root, comparison, stamps, touched);
}

function treeAfter(
  disk: Disk,
  root: string,
  { compiled, folders: needed, tree }: TreeComparison,
  written: ReadonlyMap<string, TreeFile>,
  touched: ReadonlySet<string>,
): WrittenTree {
  const files = new Map<string, WrittenFile>();
  for (const [path, { record }] of compiled.files) {
    const file = written.get(path) ?? tree.files.get(path);
    if (file !== undefined) files.set(path, { ...file, record });
  }
  const folders = new Map<string, Stamp>();
  for (const folder of new Set([...needed, ...touched])) {
    const known = touched.has(folder) ? undefined : tree.folders.get(folder);
    const stamp = known ?? stampOfFolder(disk, root, folder);
    if (stamp !== undefined) folders.set(folder, stamp);
  }
  return { files, folders };
}

function stampOfFolder(disk: Disk, root: string, folder: string): Stamp | undefined {
  const found = folder === '' ? undefined : disk.stat(`${root}/${folder}`);
  return found?.kind === 'folder' ? found : undefined;
}

/** Writes what was compiled, or says what the file system would not take. Never called with a comparison that has problems. */
export function writeChanges(
  disk: Disk,
  root: string,
  comparison: TreeComparison,
): WrittenTree | { readonly problem: Diagnostic } {
  if (comparison.problems.length > 0) throw new Error('a comparison with problems must not be applied');
  try {
    return write(disk, root, comparison);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { problem: cannotWrite(root, error) };
  }
}

function cannotWrite(root: string, { code, path, dest }: SystemError): Diagnostic {
  if (code === 'EXDEV') {
    return emitError('out/cannot-write', {
      message:
        '"out" lies on another file system than the repository, so that no file in it can be replaced in one step.',
      at: originIn('out'),
      help: 'Let out/ be a plain folder of the repository.',
    });
  }
  const place = (dest ?? path ?? 'out').replace(`${root}/`, '');
  return emitError('out/cannot-write', {
    message: `The file system refuses to write "${place}": ${code}.`,
    at: originIn(place),
    help: 'Repair that, then run `wheelwright build` again: it goes on where it stopped.',
  });
}
