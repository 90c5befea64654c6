import { type Disk, isSystemError, systemError } from './disk.ts';

/** Holds what only this machine knows: the journal of a build under way, and the state of the last one. Never committed. */
const privateFolder = '.wheelwright';
const ignoreFile = '.gitignore';

export function privatePath(root: string, name: string): string {
  return `${root}/${privateFolder}/${name}`;
}

/** A name for a file that lives for a moment; the process id keeps two builds apart. */
export function temporaryPath(root: string): string {
  return privatePath(root, `tmp-${process.pid}`);
}

/** Whether it is a folder of ours: a stranger's repository may hold a link by that name. */
function isFolder(disk: Disk, root: string): boolean {
  return disk.stat(`${root}/${privateFolder}`)?.kind === 'folder';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isSystemError(error) && error.code === 'EPERM';
  }
}

/** Makes the folder, ignored by Git, and removes what killed processes left in it. */
export function openPrivateFolder(disk: Disk, root: string): void {
  disk.makeFolder(`${root}/${privateFolder}`);
  if (!isFolder(disk, root)) throw systemError('ENOTDIR', 'mkdir', privateFolder);
  const names = (disk.list(`${root}/${privateFolder}`) ?? []).map(({ name }) => name);
  for (const name of names) {
    const pid = /^tmp-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && (Number(pid) === process.pid || !isRunning(Number(pid))))
      disk.remove(privatePath(root, name));
  }
  if (!names.includes(ignoreFile)) replacePrivate(disk, root, ignoreFile, '*\n');
}

/**
 * Tells this folder from any copy of it: a repository may come with such a folder in it, made by a stranger, but nobody
 * chooses the moment at which the file system of this machine made a file.
 */
export function sealOf(disk: Disk, root: string): string | undefined {
  const stamp = isFolder(disk, root) ? disk.stat(privatePath(root, ignoreFile)) : undefined;
  return stamp === undefined ? undefined : `${stamp.ino} ${stamp.ctimeMs}`;
}

export function readPrivate(disk: Disk, root: string, name: string): Uint8Array | undefined {
  return isFolder(disk, root) ? disk.read(privatePath(root, name))?.bytes : undefined;
}

/** In one step: whoever reads finds the old content or the new. */
export function replacePrivate(disk: Disk, root: string, name: string, content: string | Uint8Array): void {
  disk.create(temporaryPath(root), content);
  disk.rename(temporaryPath(root), privatePath(root, name));
}

/** What the clock of the file system says: it may differ from the host's, and ticks in steps of milliseconds. */
export function fileSystemTime(disk: Disk, root: string): number {
  disk.create(temporaryPath(root), '');
  const stamp = disk.stat(temporaryPath(root));
  disk.remove(temporaryPath(root));
  return stamp?.mtimeMs ?? 0;
}
