import { dirname } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Disk, isSystemError, systemError } from '../disk/disk.ts';
import { emitError } from '../emit/emit-checks.ts';
import { originIn, parentOf } from '../emit/tree/out-path.ts';
import { byCodePoint } from '../util/code-point-order.ts';

/** What is in a folder, in code point order; nothing where there is none, undefined where it is no folder that can be read. */
export function namesIn(disk: Disk, folder: string): readonly string[] | undefined {
  if (disk.stat(folder) === undefined) return [];
  return disk
    .list(folder)
    ?.map(({ name }) => name)
    .sort(byCodePoint);
}

/**
 * Writes files that are not there yet, with the folders that they need, below a root: all of them, or none and the
 * reason. Nothing is ever replaced, and below the root no link is followed.
 */
export function writeNewFiles(
  disk: Disk,
  root: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Diagnostic | undefined {
  const undo: (() => void)[] = [];
  const makeFolder = (folder: string): void => {
    if (disk.stat(folder) !== undefined || dirname(folder) === folder) return;
    makeFolder(dirname(folder));
    if (disk.makeFolder(folder)) undo.push(() => disk.removeFolder(folder));
  };
  for (const [path, content] of files) {
    try {
      makeFolder(dirname(`${root}/${path}`));
      if (linkOnTheWay(disk, root, path)) throw systemError('ENOTDIR', 'open', path);
      disk.create(`${root}/${path}`, content);
      undo.push(() => disk.remove(`${root}/${path}`));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      for (const step of undo.reverse()) step();
      return refused(path, error.code);
    }
  }
  return undefined;
}

function linkOnTheWay(disk: Disk, root: string, path: string): boolean {
  for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder)) {
    if (disk.stat(`${root}/${folder}`)?.kind !== 'folder') return true;
  }
  return false;
}

function refused(path: string, code: string): Diagnostic {
  const isThere = code === 'EEXIST';
  return emitError('out/cannot-write', {
    message: isThere
      ? `"${path}" is there already; it was left as it is.`
      : `The file system refuses to write "${path}": ${code}.`,
    at: originIn(path),
    help: isThere ? 'Choose another name, or edit that file.' : 'Repair that and try again; nothing was written.',
  });
}
