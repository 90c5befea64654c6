import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/**
 * Whether `.git` in this folder leads to the repository of another one. Git itself never checks such a file out, but a
 * folder may come otherwise: then Git would answer about, and read, what does not belong to it. Work trees and
 * submodules name their folder in turn, which nobody can forge from within it.
 */
export function hasForeignRepository(root: string): boolean {
  const path = join(root, '.git');
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory()) return false;
  if (!stats.isFile() || stats.size > 4096) return true;
  const target = /^gitdir: (.+?)\s*$/.exec(readFileSync(path, 'utf8'))?.[1];
  if (target === undefined) return false; // Git refuses it.
  const folder = resolve(root, target);
  return !isSame(readText(join(folder, 'gitdir')), folder, path) && !isSame(workTreeOf(folder), folder, root);
}

/** `core.worktree` of a submodule, or of a repository that was told so. */
function workTreeOf(folder: string): string | undefined {
  return /^\s*worktree\s*=\s*(.+?)\s*$/m.exec(readText(join(folder, 'config')) ?? '')?.[1];
}

function isSame(named: string | undefined, from: string, path: string): boolean {
  if (named === undefined) return false;
  const target = resolve(from, named.trim());
  return realPath(dirname(target)) === realPath(dirname(path)) && basename(target) === basename(path);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function readText(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() && stats.size < 1024 * 1024 ? readFileSync(path, 'utf8') : undefined;
}
