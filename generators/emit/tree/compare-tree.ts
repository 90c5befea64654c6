import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { byCodePoint } from '../../util/code-point-order.ts';
import { type BrokenRecord, holdsConflictMarkers } from '../records/parse-record.ts';
import { type OwnerRecord, recordOwner } from '../records/record.ts';
import { type Claims, readClaims } from './claims.ts';
import type { CompiledFile, CompiledTree } from './compiled-tree.ts';
import { foldersOf, recordsFolder } from './out-path.ts';
import { type Edit, problemReporter } from './out-problems.ts';
import type { OutTree } from './read-tree.ts';

export interface Change {
  readonly kind: 'create' | 'update' | 'delete';
  readonly path: string;
  readonly isRecord: boolean;
  /** What is to be written; absent when it is to be deleted. */
  readonly file?: CompiledFile;
  /** What is lost; absent where nothing is, and of a link. */
  readonly oldHash?: string;
  /** An edit by hand or a foreign file goes, as `--restore` asked. */
  readonly discards: boolean;
  /** Must go before anything is written: a folder or a file is to stand in its place. */
  readonly first: boolean;
}

export interface TreeComparison {
  /** By path in code point order. */
  readonly changes: readonly Change[];
  /** With any of them, nothing may be written. */
  readonly problems: readonly Diagnostic[];
  /** Those of the problems that a change of the configuration would answer. */
  readonly edits: readonly Edit[];
  readonly compiled: CompiledTree;
  /** Folders that the compiled files need. */
  readonly folders: ReadonlySet<string>;
  readonly tree: OutTree;
  /** Records on disk that differ from the compiled ones. */
  readonly outdated: readonly OwnerRecord[];
  readonly broken: ReadonlyMap<string, BrokenRecord>;
}

export interface TreeOptions {
  /** Files and folders of out/ where edits are to be discarded. */
  readonly restore?: readonly string[];
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** What must happen for out/ to be what is compiled, and what forbids it. Nothing is written. */
export function compareTree(compiled: CompiledTree, tree: OutTree, { restore = [] }: TreeOptions = {}): TreeComparison {
  const claims = readClaims(tree, compiled);
  const report = problemReporter(tree, compiled, claims);
  const folders = foldersOf(compiled.files.keys());
  const inTheWay = [...compiled.files.keys()].filter((path) => tree.folders.has(path) || tree.oddities.has(path));
  const changes: Change[] = [];
  const problems: Diagnostic[] = [];
  const edits: Edit[] = [];
  // What lies below a link is not seen, so it is not missing either.
  const unseen: string[] = [];
  const isRestored = (path: string): boolean => restore.some((at) => isBelow(path, at));
  const mayReplace = (path: string, hash: string): boolean =>
    claims.knows(path, hash) || holdsConflictMarkers(tree.read(path));
  const isFirst = (path: string): boolean => folders.has(path) || inTheWay.some((folder) => isBelow(path, folder));
  const remove = (path: string, oldHash: string | undefined, discards: boolean): void => {
    const isRecord = path.startsWith(`${recordsFolder}/`);
    const lost = oldHash === undefined ? {} : { oldHash };
    changes.push({ kind: 'delete', path, isRecord, ...lost, discards, first: isFirst(path) });
  };

  for (const [path, kind] of tree.oddities) {
    if (isRestored(path) && kind !== 'unreadable') remove(path, undefined, true);
    else {
      unseen.push(path);
      problems.push(report.notAFile(path, kind));
    }
  }
  for (const [path, file] of compiled.files) {
    const isRecord = path === file.record;
    const oldHash = tree.files.get(path)?.hash;
    if (oldHash === file.hash) continue;
    if (oldHash === undefined) {
      if (unseen.some((at) => isBelow(path, at))) continue;
      changes.push({ kind: 'create', path, isRecord, file, discards: false, first: false });
      continue;
    }
    const ours = isRecord || mayReplace(path, oldHash);
    if (ours || isRestored(path))
      changes.push({ kind: 'update', path, isRecord, file, oldHash, discards: !ours, first: false });
    else if (claims.recordsOf(path).length === 0) problems.push(report.foreign(path));
    else if (hasOnlyOtherLineEnds(tree.read(path), file.content)) problems.push(report.lineEnds(path));
    else {
      const edit = report.edited(path, file);
      edits.push(edit);
      problems.push(edit.problem);
    }
  }
  for (const [path, { hash }] of tree.files) {
    if (compiled.files.has(path)) continue;
    const verdict = judgeLeftover(path, hash, tree, claims);
    if (verdict === 'ours') remove(path, hash, false);
    else if (isRestored(path)) remove(path, hash, true);
    else if (verdict === 'editedAndGone' && mayReplace(path, hash)) remove(path, hash, false);
    else problems.push(report[verdict](path));
  }
  changes.sort((a, b) => byCodePoint(a.path, b.path));
  return { changes, problems, edits, compiled, folders, tree, outdated: claims.outdated, broken: claims.broken };
}

/** What Git, or an editor, makes of a file on Windows; also where the configuration changed since. */
function hasOnlyOtherLineEnds(text: string, compiled: string): boolean {
  return !compiled.includes('\r') && text.includes('\r\n') && !/\r(?!\n)|(?<!\r)\n/.test(text);
}

type Verdict = 'ours' | 'editedAndGone' | 'foreign' | 'disputed' | 'brokenRecord';

function judgeLeftover(path: string, hash: string, tree: OutTree, claims: Claims): Verdict {
  if (path.startsWith(`${recordsFolder}/`)) {
    if (recordOwner(path) === undefined) return 'foreign';
    return claims.broken.has(path) ? 'brokenRecord' : 'ours';
  }
  if (tree.journal?.get(path)?.includes(hash) === true) return 'ours';
  const { length } = claims.recordsOf(path);
  if (length > 1) return 'disputed';
  if (length === 0) return 'foreign';
  return claims.knows(path, hash) ? 'ours' : 'editedAndGone';
}
