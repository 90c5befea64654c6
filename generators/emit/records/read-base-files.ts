import type { CodedProblem, Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Disk } from '../../disk/disk.ts';
import { parseTree } from '../../disk/git/parse-git.ts';
import { readBlobs } from '../../disk/git/read-blobs.ts';
import { runGit } from '../../disk/git/run-git.ts';
import { isYaml, readRepositoryFolders } from '../../disk/read-files.ts';
import { tooLarge } from '../../disk/read-repository.ts';
import type { Source } from '../../source/source.ts';
import { limits } from '../../util/limits.ts';
import { emitError, emitWarning } from '../emit-checks.ts';
import { findBase } from './find-base.ts';

export interface BaseFiles {
  readonly sources: readonly Source[];
  readonly problems: readonly Diagnostic[];
}

/** Of a file, as in the work tree. */
const mostBytes = limits.graphBytes.most;

const noFiles: BaseFiles = { sources: [], problems: [] };

/** The YAML files that what `--base` names has below these folders. None where there is no such base, of which `readBase` tells. */
export function readBaseFiles(disk: Disk, root: string, base: string, folders: readonly string[]): BaseFiles {
  const found = findBase(disk, root, base);
  if ('commit' in found) return readCommitFiles(root, base, found.commit, folders) ?? unreadableCommit(base);
  return 'folder' in found ? readFolderFiles(found.folder, base, folders) : noFiles;
}

/** A file that cannot be read is a warning: the change under review may be what mends it. */
function readFolderFiles(folder: string, base: string, folders: readonly string[]): BaseFiles {
  const { sources, problems } = readRepositoryFolders(folder, folders);
  return {
    sources,
    problems: problems.map((problem) => unreadableFile(`${base}/`, problem)),
  };
}

function unreadableFile(before: string, { message, at }: CodedProblem): Diagnostic {
  const path = `${before}${at?.span?.source.path ?? ''}`;
  const place = { span: { source: { path, text: '' }, start: 0, end: 0 } };
  return emitWarning('lifecycle/unreadable-base', { message, at: place });
}

function readCommitFiles(
  root: string,
  base: string,
  commit: string,
  folders: readonly string[],
): BaseFiles | undefined {
  const { ok, output } = runGit(root, ['ls-tree', '-r', '-z', commit, '--', ...folders]);
  if (!ok) return undefined;
  const files = parseTree(output).filter(({ path }) => isYaml.test(path));
  const texts = readBlobs(
    root,
    files.map(({ blob }) => blob),
    mostBytes,
  );
  if (texts === undefined) return undefined;
  const sources: Source[] = [];
  const problems: Diagnostic[] = [];
  for (const [index, { path }] of files.entries()) {
    const text = texts[index];
    if (text === undefined) problems.push(unreadableFile(`${base}:`, tooLarge(path, mostBytes)));
    else sources.push({ path, text });
  }
  return { sources, problems };
}

function unreadableCommit(base: string): BaseFiles {
  const message = `Git cannot read the graphs of the base "${base}".`;
  const help = 'In a partial clone, fetch them first; or give the folder of another checkout.';
  return { sources: [], problems: [emitError('lifecycle/unreadable-base', { message, help })] };
}
