import { isYaml, readFilesIfThere } from '../load/read-files.ts';
import type { Source } from '../source/source.ts';
import type { Disk } from './disk.ts';
import { findBase } from './find-base.ts';
import { readBlobs } from './read-blobs.ts';
import { runGit } from './run-git.ts';

/** The YAML files that what `--base` names has below these folders. None where it cannot be read, of which `readBase` tells. */
export function readBaseFiles(disk: Disk, root: string, base: string, folders: readonly string[]): readonly Source[] {
  const found = findBase(disk, root, base);
  if ('folder' in found) return readFilesIfThere(found.folder, folders).sources;
  return 'commit' in found ? readCommitFiles(root, found.commit, folders) : [];
}

function readCommitFiles(root: string, commit: string, folders: readonly string[]): readonly Source[] {
  const { ok, output } = runGit(root, ['ls-tree', '-r', '-z', commit, '--', ...folders]);
  if (!ok) return [];
  const files = output
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode, blob = '', path = ''] = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
      return mode !== undefined && mode !== '120000' && isYaml.test(path) ? [{ path, blob }] : [];
    });
  const texts = readBlobs(
    root,
    files.map(({ blob }) => blob),
  );
  return files.map(({ path }, index) => ({ path, text: texts?.[index] ?? '' }));
}
