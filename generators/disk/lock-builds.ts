import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { type Disk, isSystemError, type Stamp } from './disk.ts';
import { openPrivateFolder, privatePath, readPrivate, removeTemporaryFiles } from './private-folder.ts';

const name = 'lock';
/** Milliseconds. No build takes that long, so a lock that is older was left by a process that was killed. */
const longestBuild = 10 * 60_000;
/** Milliseconds between two looks. */
const pause = 25;

/** The right to build here. */
export interface BuildLock {
  /** Time of the file system when it was taken, in milliseconds: no file was read before. 0 where no lock can be written. */
  readonly since: number;
  readonly release: () => void;
}

/** Another build has it. */
export interface BuildsBusy {
  /** Its process id, where it says so. */
  readonly holder: number | undefined;
}

/** Takes the lock of the builds of a repository, waiting for another build up to so many milliseconds. */
export async function lockBuilds(disk: Disk, root: string, patience = 10_000): Promise<BuildLock | BuildsBusy> {
  const path = privatePath(root, name);
  for (let waited = 0; ; waited += pause) {
    try {
      const since = take(disk, root, path);
      if (since !== undefined) return { since, release: () => disk.remove(path) };
    } catch (error) {
      // A folder that cannot be written is told of by who writes; a build with nothing to write is none.
      if (isSystemError(error)) return { since: 0, release() {} };
      throw error;
    }
    if (waited >= patience) return { holder: holderOf(disk, root)?.process };
    await new Promise((resume) => setTimeout(resume, pause));
  }
}

/** The moment at which it was taken; undefined while another build has it. */
function take(disk: Disk, root: string, path: string): number | undefined {
  openPrivateFolder(disk, root);
  try {
    disk.create(path, JSON.stringify(self()));
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EEXIST') throw error;
    const stamp = disk.stat(path);
    if (stamp !== undefined && isLeftOver(disk, root, stamp)) disk.remove(path);
    return undefined;
  }
  removeTemporaryFiles(disk, root);
  return disk.stat(path)?.mtimeMs ?? 0;
}

interface Holder {
  readonly process: number;
  readonly machine: string;
}

/** Process ids mean something within one machine, and on it within one container. */
function self(): Holder {
  let space = '';
  try {
    space = readlinkSync('/proc/self/ns/pid');
  } catch {
    // Elsewhere than on Linux there are no such containers.
  }
  return { process: process.pid, machine: `${hostname()} ${space}` };
}

function holderOf(disk: Disk, root: string): Partial<Holder> | undefined {
  try {
    const { process, machine } = JSON.parse(
      Buffer.from(readPrivate(disk, root, name) ?? []).toString('utf8'),
    ) as Partial<Holder>;
    return { ...(typeof process === 'number' && { process }), ...(typeof machine === 'string' && { machine }) };
  } catch {
    // It is being written, or it came with the repository.
    return undefined;
  }
}

function isLeftOver(disk: Disk, root: string, { mtimeMs }: Stamp): boolean {
  if (Date.now() - mtimeMs > longestBuild) return true;
  const holder = holderOf(disk, root);
  return holder?.machine === self().machine && holder.process !== undefined && !isRunning(holder.process);
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return isSystemError(error) && error.code === 'EPERM';
  }
}
