import { randomUUID } from 'node:crypto';
import { type Disk, systemError } from './disk.ts';

/** Holds what only this machine knows: the journal of a build under way, and the state of the last one. Never committed. */
const privateFolder = '.wheelwright';
const ignoreFile = '.gitignore';
/** Bytes. The state of 20,000 spokes has 80 MB. */
const largestPrivate = 1024 * 1024 * 1024;

export function privatePath(root: string, name: string): string {
  return `${root}/${privateFolder}/${name}`;
}

/** Of this process alone: process ids of two containers that share a folder may be equal. */
const ownName = `tmp-${process.pid}-${randomUUID().slice(0, 8)}`;

/** A file that lives for a moment. */
export function temporaryPath(root: string): string {
  return privatePath(root, ownName);
}

/** Whether it is a folder of ours: a stranger's repository may hold a link by that name. */
function isFolder(disk: Disk, root: string): boolean {
  return disk.stat(`${root}/${privateFolder}`)?.kind === 'folder';
}

/** Makes the folder, ignored by Git, without what an attempt of this process left. */
export function openPrivateFolder(disk: Disk, root: string): void {
  disk.makeFolder(`${root}/${privateFolder}`);
  if (!isFolder(disk, root)) throw systemError('ENOTDIR', 'mkdir', privateFolder);
  disk.remove(temporaryPath(root));
  if (disk.stat(privatePath(root, ignoreFile)) === undefined) replacePrivate(disk, root, ignoreFile, '*\n');
}

/** Removes what killed builds left. Only for who holds the lock: no other build is running. */
export function removeTemporaryFiles(disk: Disk, root: string): void {
  for (const { name } of disk.list(`${root}/${privateFolder}`) ?? [])
    if (name.startsWith('tmp-')) disk.remove(privatePath(root, name));
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
  return isFolder(disk, root) ? disk.read(privatePath(root, name), largestPrivate)?.bytes : undefined;
}

/** In one step: whoever reads finds the old content or the new. */
export function replacePrivate(disk: Disk, root: string, name: string, content: string | Uint8Array): void {
  disk.create(temporaryPath(root), content);
  disk.rename(temporaryPath(root), privatePath(root, name));
}
