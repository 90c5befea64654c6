import type { OutputPath } from '../../model/output.ts';
import type { Origin } from '../../source/origin.ts';

/** Where records lie. */
export const recordsFolder = 'out/.wheelwright';

// No segment is empty, `.` or `..`, and none holds what means something else on another system or in a terminal.
const outPath = /^out(?:\/(?!\.{1,2}(?:\/|$))[^/\\\p{Cc}]+)+$/u;

/** Whether a path leads to a place below out/: of a record, it must not be believed. */
export function isOutPath(path: string): path is OutputPath {
  return path.length <= 4096 && outPath.test(path);
}

/** The folder that holds it; `out` has none. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders from `out` down to the parents of all paths. */
export function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = parentOf(path); folder !== '' && !folders.has(folder); folder = parentOf(folder))
      folders.add(folder);
  }
  return folders;
}

/** A file of out/ as what is told about. */
export function fileOrigin(path: string, text = '', start = 0, end = start): Origin {
  return { ...originIn(path, text, start, end), of: { kind: 'file', name: path } };
}

/** A place in a file of out/ by offset; its start where the text is not at hand. */
export function originIn(path: string, text = '', start = 0, end = start): Origin {
  return { span: { source: { path, text }, start, end } };
}
