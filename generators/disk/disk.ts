/**
 * What tells an untouched file: size in bytes, times in milliseconds of the file system's own clock, inode. A double
 * holds today's times to a quarter of a microsecond.
 */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
}

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

/**
 * All that emission asks of a file system, so that a test can let any operation fail. Paths are absolute. Nothing here
 * follows a link in the last segment; a path's folders are the caller's to have looked at.
 */
export interface Disk {
  /** Undefined where nothing is. */
  stat(path: string): (Stamp & { readonly kind: EntryKind }) | undefined;
  /** Undefined where no folder is, or none that may be read. */
  list(path: string): readonly Entry[] | undefined;
  /** Undefined where no file is, or none that may be read, or one with more bytes than `largest` (64 MiB). The stamp is older than the bytes. */
  read(path: string, largest?: number): { readonly bytes: Uint8Array; readonly stamp: Stamp } | undefined;
  /** Makes a file with mode 0644 whatever the umask; fails where anything is. Text is written as UTF-8. */
  create(path: string, content: string | Uint8Array): void;
  /** Replaces a file in one step. */
  rename(from: string, to: string): void;
  /** Removes a file or a link; nothing there is fine. */
  remove(path: string): void;
  /** Its parent must exist. False where something is already. */
  makeFolder(path: string): boolean;
  /** False where it is not empty, or not there. */
  removeFolder(path: string): boolean;
  /** Lets go of what it holds open: after the last change of a build. */
  release(): void;
}

export function sameStamp(a: Stamp, b: Stamp): boolean {
  return a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs && a.size === b.size && a.ino === b.ino;
}

export type SystemError = Error & { readonly code: string; readonly path?: string; readonly dest?: string };

/** Whether an error came from the file system (full, read-only, no permission), and not from a bug of ours. */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/** As Node makes them, for what the file system would only refuse a step later. */
export function systemError(code: string, syscall: string, path: string): SystemError {
  return Object.assign(new Error(`${code}: ${syscall} '${path}'`), { code, syscall, path });
}
