import { blobName } from '../../disk/git/blob-name.ts';
import { parseTree } from '../../disk/git/parse-git.ts';
import { readBlobs } from '../../disk/git/read-blobs.ts';
import { type GitFault, runGit } from '../../disk/git/run-git.ts';
import { recordsFolder } from '../tree/out-path.ts';

/** Of a record: as many as are read of one in the work tree. */
const mostBytes = 64 * 1024 * 1024;

/** Records of a commit. */
export interface GitRecords {
  /** Text by path, of those that differ from the head's. */
  readonly differing: ReadonlyMap<string, string>;
  readonly paths: ReadonlySet<string>;
}

/** `tree`: hash of the tree of records in a commit, which is equal where all records are; undefined where it has none. */
export type RecordsTree = { readonly tree: string | undefined } | { readonly fault: GitFault | 'unreadable' };

/** One call of Git where there are records. */
export function recordsTree(root: string, commit: string): RecordsTree {
  const { ok, output } = runGit(root, ['rev-parse', '--verify', '--quiet', `${commit}:./${recordsFolder}`]);
  return ok ? { tree: output.toString('latin1').trim() } : withoutTree(root, commit);
}

/** Why there is no such tree: no Git, no commit, none in it, or a part of it that is not there, as in a partial clone. */
function withoutTree(root: string, commit: string): RecordsTree {
  const { ok, fault } = runGit(root, ['rev-parse', '--verify', commit]);
  if (fault !== undefined) return { fault };
  if (!ok) return { tree: undefined };
  const list = runGit(root, ['ls-tree', '-z', commit, '--', recordsFolder]);
  return list.ok && list.output.length === 0 ? { tree: undefined } : { fault: list.fault ?? 'unreadable' };
}

/** The commit that a person named; undefined where there is none. */
export function findCommit(root: string, name: string): string | undefined {
  // What Git would take for an option, a path, or a range is no name of a commit.
  if (!/^[^-:\s][^:\s]*$/.test(name) || name.includes('..')) return undefined;
  const { ok, output } = runGit(root, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
  return ok ? output.toString('latin1').trim() : undefined;
}

/**
 * Records below a tree (of `recordsTree`). Of those that are to be compared and are not the head's, the content is read.
 * Undefined where Git cannot read it.
 */
export function readGitRecords(
  root: string,
  tree: string,
  head: ReadonlyMap<string, string>,
  isCompared: (path: string) => boolean,
): GitRecords | undefined {
  const list = runGit(root, ['ls-tree', '-r', '-z', '--full-tree', tree]);
  if (!list.ok) return undefined;
  const unread: { readonly path: string; readonly blob: string }[] = [];
  const paths = new Set<string>();
  for (const entry of parseTree(list.output)) {
    const { blob } = entry;
    const path = `${recordsFolder}/${entry.path}`;
    paths.add(path);
    if (!isCompared(path)) continue;
    const text = head.get(path);
    if (text === undefined || blobName(text, blob) !== blob) unread.push({ path, blob });
  }
  const texts = readBlobs(
    root,
    unread.map(({ blob }) => blob),
    mostBytes,
  );
  if (texts === undefined) return undefined;
  return { differing: new Map(unread.map(({ path }, index) => [path, texts[index] ?? ''])), paths };
}
