import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Disk, isSystemError } from '../disk/disk.ts';
import { emitError } from './emit-checks.ts';
import { originIn } from './tree/out-path.ts';

/** Replaces files below a root: all are written beside the old ones first, so a full disk changes none. */
export function replaceFiles(disk: Disk, root: string, files: ReadonlyMap<string, string>): Diagnostic | undefined {
  const beside = (path: string) => `${root}/${path}.new`;
  const made: string[] = [];
  let current = '';
  try {
    for (const [path, text] of files) {
      current = path;
      disk.create(beside(path), text);
      made.push(path);
    }
    for (const path of files.keys()) {
      current = path;
      disk.rename(beside(path), `${root}/${path}`);
      made.shift();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    for (const path of made) disk.remove(beside(path));
    return emitError('out/cannot-write', {
      message: `The file system refuses to write "${current}": ${error.code}.`,
      at: originIn(current),
      help: 'Repair that and try again.',
    });
  }
  return undefined;
}
