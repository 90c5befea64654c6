import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { CodedProblem } from '../diagnostics/diagnostic.ts';
import type { Source } from '../source/source.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { codeOf, fileProblem } from './list-repository.ts';
import { decodeFile, readListedFile } from './read-repository.ts';

export interface ReadFiles {
  readonly sources: readonly Source[];
  readonly problems: readonly CodedProblem[];
}

/** Bytes. CRDs are published in bundles, and one alone can be larger than a file of the configuration may be. */
const maxSize = 16 * 1024 * 1024;

export const isYaml = /\.(ya?ml|json)$/i;

/** The YAML files among these files and below these folders, by their paths from `root`, where they are looked for; `-` is standard input. */
export function readFiles(root: string, paths: readonly string[]): ReadFiles {
  const sources: Source[] = [];
  const problems: CodedProblem[] = [];
  const add = (read: Source | CodedProblem): void => {
    if ('code' in read) problems.push(read);
    else sources.push(read);
  };
  for (const path of paths) {
    if (path === '-') add(readStandardInput());
    else {
      for (const file of listed(root, path, problems)) {
        add(readListedFile(root, { path: file, size: statSync(resolve(root, file)).size }, maxSize));
      }
    }
  }
  return { sources, problems };
}

function readStandardInput(): Source | CodedProblem {
  const path = '<stdin>';
  try {
    return decodeFile(path, readFileSync(0), maxSize);
  } catch (error) {
    return fileProblem('file/unreadable', path, `Standard input cannot be read (${codeOf(error)}).`);
  }
}

/** The same of those that are there at all. */
export function readFilesIfThere(root: string, paths: readonly string[]): ReadFiles {
  return readFiles(
    root,
    paths.filter((path) => existsSync(resolve(root, path))),
  );
}

/** A file that is named is read whatever it is called; of a folder, only what looks like YAML. */
function listed(root: string, path: string, problems: CodedProblem[]): readonly string[] {
  const from = (file: string) => relative(root, resolve(root, file)).replaceAll('\\', '/');
  try {
    if (!statSync(resolve(root, path)).isDirectory()) return [from(path)];
    return readdirSync(resolve(root, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isYaml.test(entry.name))
      .map((entry) => from(join(entry.parentPath, entry.name)))
      .sort(byCodePoint);
  } catch (error) {
    problems.push(fileProblem('file/unreadable', path, `"${path}" cannot be read (${codeOf(error)}).`));
    return [];
  }
}
