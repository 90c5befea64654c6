import * as fs from 'node:fs';
import { type Disk, type EntryKind, isSystemError, type Stamp } from './disk.ts';
import { type FolderPins, pinFolders } from './pin-folders.ts';

const fileMode = 0o644;
/** Bytes, unless more is asked for. */
const largestFile = 64 * 1024 * 1024;
// A pipe in place of a file would block, a link would be followed. Neither flag exists on Windows.
const readFlags = fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0) | (fs.constants.O_NONBLOCK ?? 0);

function kindOf(entry: fs.Stats | fs.Dirent): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

function stampOf({ size, mtimeMs, ctimeMs, ino }: fs.Stats): Stamp {
  return { size, mtimeMs, ctimeMs, ino };
}

function failedWith(error: unknown, ...codes: readonly string[]): boolean {
  return isSystemError(error) && codes.includes(error.code);
}

function look(path: string): fs.Stats | undefined {
  try {
    return fs.lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // A file where a folder of the path should be, or a folder that is closed to us.
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

function readAll(descriptor: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const count = fs.readSync(descriptor, bytes, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return length === size ? bytes : bytes.subarray(0, length);
}

function read(path: string, largest = largestFile): ReturnType<Disk['read']> {
  let descriptor: number;
  try {
    descriptor = fs.openSync(path, readFlags);
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
  try {
    const stats = fs.fstatSync(descriptor);
    if (!stats.isFile() || stats.size > largest) return undefined;
    return { bytes: readAll(descriptor, stats.size), stamp: stampOf(stats) };
  } finally {
    fs.closeSync(descriptor);
  }
}

function attempt(operation: () => void, ...acceptable: readonly string[]): boolean {
  try {
    operation();
    return true;
  } catch (error) {
    if (failedWith(error, ...acceptable)) return false;
    throw error;
  }
}

/** The file system itself: every call is synchronous. What is changed below `root` is changed through folders that are no links. */
export function realDisk(root?: string): Disk {
  // Known after the first file: only an unusual umask makes every file cost one more call.
  let umaskHides: boolean | undefined;
  const pins: FolderPins | undefined = root === undefined ? undefined : pinFolders(root);

  /** An error names the path that was asked for. */
  function change<T>(paths: readonly string[], run: (...reached: readonly string[]) => T): T {
    if (pins === undefined) return run(...paths);
    try {
      return run(...paths.map(pins.reach));
    } catch (error) {
      const [path, dest] = paths;
      if (isSystemError(error)) Object.assign(error, { path, ...(dest !== undefined && { dest }) });
      throw error;
    }
  }

  return {
    stat(path) {
      const stats = look(path);
      if (stats === undefined) return undefined;
      const { size, mtimeMs, ctimeMs, ino } = stats;
      return { size, mtimeMs, ctimeMs, ino, kind: kindOf(stats) };
    },
    list(path) {
      try {
        return fs
          .readdirSync(path, { withFileTypes: true })
          .map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
      } catch (error) {
        if (isSystemError(error)) return undefined;
        throw error;
      }
    },
    read,
    create(path, content) {
      const descriptor = change([path], (reached = path) => fs.openSync(reached, 'wx', fileMode));
      try {
        umaskHides ??= (fs.fstatSync(descriptor).mode & 0o777) !== fileMode;
        if (umaskHides) fs.fchmodSync(descriptor, fileMode);
        if (typeof content === 'string') fs.writeFileSync(descriptor, content);
        else fs.writeFileSync(descriptor, content);
      } finally {
        fs.closeSync(descriptor);
      }
    },
    rename: (from, to) => change([from, to], (old = from, next = to) => fs.renameSync(old, next)),
    remove: (path) => void change([path], (reached = path) => attempt(() => fs.unlinkSync(reached), 'ENOENT')),
    makeFolder: (path) => change([path], (reached = path) => attempt(() => fs.mkdirSync(reached), 'EEXIST')),
    removeFolder: (path) =>
      change([path], (reached = path) =>
        attempt(() => fs.rmdirSync(reached), 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'),
      ),
    release: () => pins?.release(),
  };
}
