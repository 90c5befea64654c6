import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { CodedProblem } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../load/repository-files.ts';
import { byCodePoint } from '../util/code-point-order.ts';

/** Changes when a file is written, as far as the file system tells. */
export interface FileStamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
  readonly ino: number;
}

export interface ListedFile extends FileStamp {
  /** Relative to the root, forward slashes. */
  readonly path: string;
}

export interface Listing {
  /** In code point order. */
  readonly files: readonly ListedFile[];
  readonly problems: readonly CodedProblem[];
}

/** A problem with a file as such. */
export function fileProblem(code: string, path: string, message: string, help?: string): CodedProblem {
  const at = { span: { source: { path, text: '' }, start: 0, end: 0 } };
  return { code, message, at, ...(help === undefined ? {} : { help }) };
}

/** Folders that are read. */
const roots: readonly string[] = ['config', 'hub', 'spokes'];

/** What is a folder if it is there. */
const authoredRoots: readonly string[] = ['hub/graphs', 'hub/manifests', 'spokes/bases', 'spokes/components'];

/** Dot files and what editors leave behind. */
export function isIgnored(name: string): boolean {
  return /^\.|~$|^#.*#$|\.(swp|bak|orig|tmp)$/.test(name);
}

/** Looks as if it were meant to be read. */
const almostYaml = /\.(ya?ml|json)$/i;

/** As `lstatSync`. */
type StampOf = (path: string) => FileStamp;

/** A name that other systems read otherwise, or that a terminal would not show: a backslash, control characters, bytes that are no UTF-8. */
const strangeName = /[\\\p{Cc}\ufffd]/u;

/** Every file that a build reads, without opening one. Symbolic links are refused, so nothing outside the root is seen. */
export function listRepository(root: string, stampOf: StampOf = lstatSync): Listing {
  const files: ListedFile[] = [];
  const problems: CodedProblem[] = [];

  function add(path: string): void {
    const place = placeOf(path);
    if (place === undefined) return;
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (place === 'config' && !name.endsWith('.yaml')) {
      if (!almostYaml.test(name)) return;
      const help = `Rename it to "${name.replace(almostYaml, '.yaml')}".`;
      problems.push(
        fileProblem('file/not-yaml', path, `"${name}" is not read: configuration files end in ".yaml".`, help),
      );
      return;
    }
    try {
      const { size, mtimeMs, ctimeMs, ino } = stampOf(join(root, path));
      files.push({ path, size, mtimeMs, ctimeMs, ino });
    } catch (error) {
      // A file that went away since its folder was listed is not there.
      if (codeOf(error) === 'ENOENT') return;
      problems.push(fileProblem('file/unreadable', path, `"${path}" cannot be read (${codeOf(error)}).`));
    }
  }

  function walk(folder: string): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch (error) {
      problems.push(
        fileProblem('file/unreadable', folder, `The folder "${folder}" cannot be read (${codeOf(error)}).`),
      );
      return;
    }
    for (const entry of entries) {
      if (isIgnored(entry.name)) continue;
      const path = `${folder}/${entry.name}`;
      const strange = strangeName.exec(entry.name)?.[0];
      if (strange !== undefined) {
        const what = strange === '\ufffd' ? 'bytes that are no UTF-8' : JSON.stringify(strange);
        const message = `${JSON.stringify(entry.name)} cannot be the name of a file: it holds ${what}.`;
        problems.push(fileProblem('file/name', folder, message, 'Rename the file.'));
        continue;
      }
      if (entry.isDirectory()) walk(path);
      else if (!entry.isFile() && (entry.isSymbolicLink() || placeOf(path) !== undefined))
        problems.push(noFile(path, entry));
      else if (authoredRoots.includes(path)) problems.push(noFile(path, entry));
      else add(path);
    }
  }

  for (const path of roots) {
    const found = foundAsFolder(root, path);
    if (found === 'folder') walk(path);
    else if (found !== 'absent') problems.push(found);
    else if (path === 'config') problems.push(noRepository());
  }
  files.sort((a, b) => byCodePoint(a.path, b.path));
  return { files, problems };
}

export function noRepository(): CodedProblem {
  const message = 'There is no folder "config" here, so this is no Wheelwright repository.';
  const help = 'Run `wheelwright init DIR` to make a new one, or name its folder with `--root DIR`.';
  return fileProblem('file/no-config', 'config', message, help);
}

/** Whether a folder, or one of those that lead to it from the root, is missing or no folder at all. */
export function foundAsFolder(root: string, path: string): CodedProblem | 'absent' | 'folder' {
  const segments = path.split('/');
  for (let length = 1; length <= segments.length; length++) {
    const part = segments.slice(0, length).join('/');
    let stats: Stats | undefined;
    try {
      stats = lstatSync(join(root, part), { throwIfNoEntry: false });
    } catch (error) {
      // The root is a file.
      if (codeOf(error) === 'ENOTDIR') return 'absent';
      return fileProblem('file/unreadable', part, `"${part}" cannot be read (${codeOf(error)}).`);
    }
    if (stats === undefined) return 'absent';
    if (!stats.isDirectory()) return noFile(part, stats);
  }
  return 'folder';
}

/** What stands where a file or a folder should. */
export function noFile(path: string, entry: Pick<Dirent, 'isSymbolicLink'>): CodedProblem {
  if (!entry.isSymbolicLink())
    return fileProblem('file/unreadable', path, `"${path}" is neither a file nor a folder that can be read.`);
  return fileProblem(
    'file/symbolic-link',
    path,
    `"${path}" is a symbolic link.`,
    'Put the file itself there: links are never followed.',
  );
}

/** `EACCES` and the like. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
