import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Disk, isSystemError, type Stamp } from './disk.ts';
import { emitError } from './emit-checks.ts';
import { openPrivateFolder, privatePath, readPrivate, removeTemporaryFiles } from './private-folder.ts';

const name = 'lock';
/** Milliseconds. No build takes that long, so a lock that is older was left by a process that was killed. */
const longestBuild = 10 * 60_000;
/** Milliseconds between two looks. */
const pause = 25;

/** The right to build here; or the problem that another build has it. */
export interface BuildLock {
  /** Time of the file system when it was taken, in milliseconds: no file was read before. 0 where no lock can be written. */
  readonly since: number;
  readonly release: () => void;
}

/** Takes the lock of the builds of a repository, waiting for another build up to so many milliseconds. */
export async function lockBuilds(
  disk: Disk,
  root: string,
  patience = 10_000,
): Promise<BuildLock | { readonly problem: Diagnostic }> {
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
    if (waited >= patience) return { problem: busy(disk, root) };
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
    return JSON.parse(Buffer.from(readPrivate(disk, root, name) ?? []).toString('utf8')) as Partial<Holder>;
  } catch {
    // It is being written, or it came with the repository.
    return undefined;
  }
}

function isLeftOver(disk: Disk, root: string, { mtimeMs }: Stamp): boolean {
  if (Date.now() - mtimeMs > longestBuild) return true;
  const holder = holderOf(disk, root);
  return holder?.machine === self().machine && typeof holder.process === 'number' && !isRunning(holder.process);
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return isSystemError(error) && error.code === 'EPERM';
  }
}

function busy(disk: Disk, root: string): Diagnostic {
  const holder = holderOf(disk, root)?.process;
  const who = typeof holder === 'number' ? ` (process ${holder})` : '';
  return emitError('out/busy', {
    message: `Another build is running here${who}, so nothing was built.`,
    help: 'Wait until it has ended, then run `wheelwright build` again. If there is none, remove `.wheelwright/lock`.',
  });
}
