import { type Disk, type Entry, isSystemError, type Stamp, sameStamp } from '../../disk/disk.ts';
import { openPrivateFolder, readPrivate, replacePrivate, sealOf } from '../../disk/private-folder.ts';
import { sha256 } from '../../disk/sha256.ts';
import { decodeState, encodeState, type StateData, type StateEntry } from '../../disk/state-file.ts';
import { foldersOf, parentOf } from '../tree/out-path.ts';
import type { WrittenTree } from '../write-changes.ts';
import { hasJournal } from './journal.ts';

const name = 'state';

/** A file that was read: stamped before it was. */
export interface InputFile extends Stamp {
  readonly path: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
}

/** Owners that the build left as they were, by path of their records. */
export interface Kept {
  readonly state: StateData;
  readonly isKept: (record: string) => boolean;
}

export interface SavedState {
  /** Time of the file system before anything was listed or read, in milliseconds. */
  readonly since: number;
  /** Hash of all that decides what the compiler does. */
  readonly compiler: string;
  readonly inputs: readonly InputFile[];
  readonly tree: WrittenTree;
  readonly kept?: Kept;
  /** Of `compareBuild`. */
  readonly head?: string | undefined;
  /** What the compiler wants to know again, by a key of its own choice. */
  readonly payloads: ReadonlyMap<string, Uint8Array>;
  readonly meta: Readonly<Record<string, string>>;
}

/**
 * What the last build knew; undefined if there is nothing to rely on: none, one that is damaged or from another compiler,
 * or a build that was killed since. Only `build` may use it.
 */
export function loadState(disk: Disk, root: string, compiler: string): StateData | undefined {
  const bytes = readPrivate(disk, root, name);
  if (bytes === undefined || hasJournal(disk, root)) return undefined;
  try {
    const state = decodeState(bytes);
    return state?.compiler === compiler && state.seal === sealOf(disk, root) ? state : undefined;
  } catch {
    // It came with a stranger's repository: it may be anything.
    return undefined;
  }
}

function isOlder({ mtimeMs, ctimeMs }: Stamp, time: number): boolean {
  return mtimeMs < time && ctimeMs < time;
}

/**
 * Keeps what the build knew. A stamp that is not older than the moment at which the build began is not trusted, much as in
 * Git's index: the file could change once more within the same tick of the clock, and look the same. So what a build wrote
 * is looked at by the next, and trusted from then on.
 */
export function saveState(
  disk: Disk,
  root: string,
  { since, compiler, inputs, tree, kept, head = '', payloads, meta }: SavedState,
): void {
  try {
    openPrivateFolder(disk, root);
    const entry = (path: string, stamp: Stamp, hash: string, record: string): StateEntry => ({
      path,
      stamp,
      hash,
      record,
      trusted: isOlder(stamp, since),
    });
    // What is kept was looked at after `since`.
    const again = (known: StateEntry): StateEntry =>
      known.trusted ? known : entry(known.path, known.stamp, known.hash, known.record);
    const outputs: StateEntry[] = [];
    let [gone, replaced] = [0, 0];
    for (const known of kept?.state.outputs ?? []) {
      if (tree.files.has(known.path)) replaced++;
      else if (kept?.isKept(known.record) === true) outputs.push(again(known));
      else gone++;
    }
    for (const [path, { stamp, hash, record }] of tree.files) outputs.push(entry(path, stamp, hash, record));
    const keptFolders = new Map((kept?.state.folders ?? []).map((folder) => [folder.path, folder]));
    const hasSameFiles = gone === 0 && replaced === tree.files.size;
    const folders: StateEntry[] = [];
    for (const path of hasSameFiles ? keptFolders.keys() : foldersOf(outputs.map((output) => output.path))) {
      const stamp = tree.folders.get(path);
      const known = keptFolders.get(path);
      if (stamp !== undefined) folders.push(entry(path, stamp, '', ''));
      else if (known !== undefined) folders.push(again(known));
    }
    const read = inputs.map(({ path, hash, ...stamp }) => entry(path, stamp, hash, ''));
    replacePrivate(
      disk,
      root,
      name,
      encodeState({ compiler, seal: sealOf(disk, root) ?? '', head, meta, inputs: read, outputs, folders, payloads }),
    );
  } catch (error) {
    // Without it the next build is slower, and that is all.
    if (!isSystemError(error)) throw error;
  }
}

/** Whether a build that began at this time and found everything as it was knows more than the state. */
export function canTrustMore({ inputs, outputs, folders }: StateData, since: number): boolean {
  const isNew = ({ trusted, stamp }: StateEntry): boolean => !trusted && isOlder(stamp, since);
  return inputs.some(isNew) || outputs.some(isNew) || folders.some(isNew);
}

function isSameFile(disk: Disk, root: string, entry: StateEntry, found: Stamp): boolean {
  if (entry.trusted && sameStamp(entry.stamp, found)) return true;
  const bytes = entry.stamp.size === found.size ? disk.read(`${root}/${entry.path}`)?.bytes : undefined;
  return bytes !== undefined && sha256(bytes) === entry.hash;
}

export interface InputChanges {
  /** Added, or with another content; in the order given. */
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  /** Hash by path of those that are the same. */
  readonly same: ReadonlyMap<string, string>;
}

/** What happened to input files since the state was saved. */
export function changedInputs(
  disk: Disk,
  root: string,
  state: StateData,
  inputs: readonly (Stamp & { readonly path: string })[],
): InputChanges {
  const known = new Map(state.inputs.map((entry) => [entry.path, entry]));
  const changed: string[] = [];
  const same = new Map<string, string>();
  for (const input of inputs) {
    const entry = known.get(input.path);
    if (entry !== undefined && isSameFile(disk, root, entry, input)) same.set(input.path, entry.hash);
    else changed.push(input.path);
    known.delete(input.path);
  }
  return { changed, gone: [...known.keys()], same };
}

/** Whether out/ is as the last build left it: no file changed, none added, none gone. Costs one look per file and folder. */
export function isOutUntouched(disk: Disk, root: string, state: StateData): boolean {
  const unsure = new Map<string, Set<string>>();
  for (const { path, trusted, stamp } of state.folders) {
    const found = disk.stat(`${root}/${path}`);
    if (found?.kind !== 'folder') return false;
    // The time of a folder moves when something in it comes, goes or is renamed.
    if (!trusted || !sameStamp(stamp, found)) unsure.set(path, new Set());
  }
  addNames(unsure, state);
  for (const [path, names] of unsure) if (!holdsExactly(disk.list(`${root}/${path}`), names)) return false;
  for (const entry of state.outputs) {
    const found = disk.stat(`${root}/${entry.path}`);
    if (found?.kind !== 'file' || !isSameFile(disk, root, entry, found)) return false;
  }
  return state.folders.length > 0 || disk.stat(`${root}/out`) === undefined;
}

/** To each of these folders, what the last build left in it. */
function addNames(to: ReadonlyMap<string, Set<string>>, { outputs, folders }: StateData): void {
  if (to.size === 0) return;
  for (const { path } of [...outputs, ...folders]) {
    const parent = parentOf(path);
    to.get(parent)?.add(path.slice(parent.length + 1));
  }
}

function holdsExactly(entries: readonly Entry[] | undefined, names: ReadonlySet<string>): boolean {
  return entries !== undefined && entries.length === names.size && entries.every(({ name }) => names.has(name));
}
