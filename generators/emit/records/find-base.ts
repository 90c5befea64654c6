import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Disk } from '../../disk/disk.ts';
import { findCopy } from '../../disk/find-copy.ts';
import { describeGitFault, runGit } from '../../disk/git/run-git.ts';
import { emitError } from '../emit-checks.ts';
import { findCommit } from './git-records.ts';

/** A folder with a copy of the repository, or a commit of it. */
export type FoundBase = { readonly folder: string } | { readonly commit: string } | { readonly problem: Diagnostic };

/** What `--base` names: a folder with a copy of the repository, else a commit, branch or tag. */
export function findBase(disk: Disk, root: string, base: string): FoundBase {
  const copy = findCopy(disk, root, base);
  if (copy?.isItself) {
    const message = `The base "${base}" is the repository itself.`;
    return unusable('lifecycle/unknown-base', { message, help: 'Give the folder of another checkout.' });
  }
  if (copy !== undefined) return { folder: copy.folder };
  const commit = findCommit(root, base);
  if (commit !== undefined) return { commit };
  const { ok, fault } = runGit(root, ['rev-parse', '--git-dir']);
  if (fault !== undefined) return unusable('lifecycle/unreadable-base', describeGitFault(fault, `"${base}"`));
  const help = ok
    ? 'In a shallow clone, fetch it first: `git fetch origin BRANCH`.'
    : 'This is no Git repository: give a folder.';
  const message = `The base "${base}" is neither a folder with a copy of the repository nor a commit, branch or tag.`;
  return unusable('lifecycle/unknown-base', { message, help });
}

const unusable = (...problem: Parameters<typeof emitError>): FoundBase => ({ problem: emitError(...problem) });
