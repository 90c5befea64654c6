import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { globSync, hasMagic } from 'glob';
import type { CodedProblem } from '../diagnostics/diagnostic.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { fileProblem } from './list-repository.ts';
import { isYaml } from './read-files.ts';

/** The YAML files that match patterns such as `graphs/*.yaml`, as a shell finds them: not every shell does, and none in quotes. */
export function expandPatterns(root: string, paths: readonly string[]) {
  const problems: CodedProblem[] = [];
  const expanded = paths.flatMap((path) => {
    if (path === '-' || !hasMagic(path, { magicalBraces: true }) || exists(root, path)) return [path];
    const matches = matchesOf(root, path);
    if (matches.length === 0) problems.push(fileProblem('file/unreadable', path, `No YAML file matches "${path}".`));
    return matches;
  });
  return { paths: [...new Set(expanded)], problems };
}

/** A file may be called `graph[1].yaml`. */
function exists(root: string, path: string): boolean {
  return statSync(resolve(root, path), { throwIfNoEntry: false }) !== undefined;
}

function matchesOf(root: string, pattern: string): readonly string[] {
  // On Windows a backslash is between folders; elsewhere it is before what shall be no pattern.
  const windowsPathsNoEscape = process.platform === 'win32';
  const files = globSync(pattern, { cwd: root, nodir: true, posix: true, windowsPathsNoEscape });
  return files.filter((path) => isYaml.test(path)).toSorted(byCodePoint);
}
