import { readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { CodedProblem } from '../diagnostics/diagnostic.ts';
import type { Source } from '../source/source.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { limits } from '../util/limits.ts';
import { codeOf, fileProblem, foundAsFolder, isIgnored, noFile } from './list-repository.ts';
import { readDescriptor, type Trust } from './read-bounded.ts';
import { decodeFile, readListedFile, tooLarge } from './read-repository.ts';

export interface ReadFiles {
  readonly sources: readonly Source[];
  readonly problems: readonly CodedProblem[];
}

const maxSize = limits.graphBytes.most;

export const isYaml = /\.(ya?ml|json)$/i;

/** The YAML files among these files and below these folders, by their paths from `root`, where they are looked for; `-` is standard input. */
export function readFiles(root: string, paths: readonly string[]): ReadFiles {
  const found = newFound();
  for (const path of paths) {
    if (path === '-') found.add(readStandardInput());
    else readNamed(root, path, found);
  }
  return found;
}

/**
 * The same below folders of a repository, where they are there at all. The repository may be a stranger's: nothing but
 * plain files and folders is opened, and a link is told of instead of followed.
 */
export function readRepositoryFolders(root: string, folders: readonly string[]): ReadFiles {
  const found = newFound();
  for (const folder of folders) {
    const place = foundAsFolder(root, folder);
    if (place === 'folder') walk(root, folder, found, 'plain');
    else if (place !== 'absent') found.add(place);
  }
  return found;
}

interface Found extends ReadFiles {
  readonly add: (read: Source | CodedProblem) => void;
}

function newFound(): Found {
  const sources: Source[] = [];
  const problems: CodedProblem[] = [];
  const add: Found['add'] = (read) => {
    if ('code' in read) problems.push(read);
    else sources.push(read);
  };
  return { sources, problems, add };
}

function readStandardInput(): Source | CodedProblem {
  const path = '<stdin>';
  try {
    const read = readDescriptor(0, maxSize);
    return 'bytes' in read ? decodeFile(path, read.bytes, maxSize) : tooLarge(path, maxSize);
  } catch (error) {
    return fileProblem('file/unreadable', path, `Standard input cannot be read (${codeOf(error)}).`);
  }
}

/** A file that is named is read whatever it is called, through links too; of a folder, only what looks like YAML. */
function readNamed(root: string, path: string, found: Found): void {
  const from = relative(root, resolve(root, path)).replaceAll('\\', '/');
  try {
    if (statSync(resolve(root, path)).isDirectory()) walk(root, from, found, 'named');
    else found.add(readListedFile(root, { path: from }, { maxSize, trust: 'named' }));
  } catch (error) {
    found.add(unreadable(path, error));
  }
}

function unreadable(path: string, error: unknown): CodedProblem {
  return fileProblem('file/unreadable', path, `"${path}" cannot be read (${codeOf(error)}).`);
}

/** Of a folder that the user named, only what looks like YAML counts; in a repository, a link to a folder could hide some. */
function walk(root: string, folder: string, found: Found, trust: Trust): void {
  const at = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
  try {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => byCodePoint(a.name, b.name))) {
      const path = at(entry.name);
      if (trust === 'plain' && isIgnored(entry.name)) continue;
      if (entry.isDirectory()) walk(root, path, found, trust);
      else if (entry.isFile()) {
        if (isYaml.test(entry.name)) found.add(readListedFile(root, { path }, { maxSize }));
      } else if (isYaml.test(entry.name) || (trust === 'plain' && entry.isSymbolicLink()))
        found.add(noFile(path, entry));
    }
  } catch (error) {
    found.add(unreadable(folder === '' ? '.' : folder, error));
  }
}
