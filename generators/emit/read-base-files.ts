import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { isYaml, readRepositoryFolders } from '../load/read-files.ts';
import type { Source } from '../source/source.ts';
import type { Disk } from './disk.ts';
import { emitError, emitWarning } from './emit-checks.ts';
import { findBase } from './find-base.ts';
import { parseTree } from './parse-git.ts';
import { readBlobs } from './read-blobs.ts';
import { runGit } from './run-git.ts';

export interface BaseFiles {
  readonly sources: readonly Source[];
  readonly problems: readonly Diagnostic[];
}

const noFiles: BaseFiles = { sources: [], problems: [] };

/** The YAML files that what `--base` names has below these folders. None where there is no such base, of which `readBase` tells. */
export function readBaseFiles(disk: Disk, root: string, base: string, folders: readonly string[]): BaseFiles {
  const found = findBase(disk, root, base);
  if ('commit' in found) return readCommitFiles(root, found.commit, folders) ?? unreadableCommit(base);
  return 'folder' in found ? readFolderFiles(found.folder, base, folders) : noFiles;
}

/** A file that cannot be read is a warning: the change under review may be what mends it. */
function readFolderFiles(folder: string, base: string, folders: readonly string[]): BaseFiles {
  const { sources, problems } = readRepositoryFolders(folder, folders);
  return {
    sources,
    problems: problems.map(({ message, at }) => {
      const path = `${base}/${at?.span?.source.path ?? ''}`;
      const place = { span: { source: { path, text: '' }, start: 0, end: 0 } };
      return emitWarning('lifecycle/unreadable-base', { message, at: place });
    }),
  };
}

function readCommitFiles(root: string, commit: string, folders: readonly string[]): BaseFiles | undefined {
  const { ok, output } = runGit(root, ['ls-tree', '-r', '-z', commit, '--', ...folders]);
  if (!ok) return undefined;
  const files = parseTree(output).filter(({ path }) => isYaml.test(path));
  const texts = readBlobs(
    root,
    files.map(({ blob }) => blob),
  );
  return texts && { sources: files.map(({ path }, index) => ({ path, text: texts[index] as string })), problems: [] };
}

function unreadableCommit(base: string): BaseFiles {
  const message = `Git cannot read the graphs of the base "${base}".`;
  const help = 'In a partial clone, fetch them first; or give the folder of another checkout.';
  return { sources: [], problems: [emitError('lifecycle/unreadable-base', { message, help })] };
}
