import type { Facts, Owner, OwnerKind, OwnerOutput } from '../../model/output.ts';
import { sortedEntries, sortedKeys } from '../../util/code-point-order.ts';
import { recordsFolder } from '../tree/out-path.ts';

/** What one owner wrote: the proof that Wheelwright may replace or delete it. */
export interface OwnerRecord {
  readonly owner: Owner;
  readonly input: string;
  readonly facts: Facts;
  /** SHA-256 in hex by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Where it lies. */
  readonly path: string;
  /** The text that it was read from. */
  readonly text: string;
}

const folders: Readonly<Record<OwnerKind, string>> = {
  hub: 'hubs',
  account: 'accounts',
  network: 'networks',
  spoke: 'spokes',
  library: 'libraries',
  base: 'bases',
  component: 'components',
};

const kinds: ReadonlyMap<string, OwnerKind> = new Map(
  sortedKeys(folders).map((kind) => [folders[kind as OwnerKind], kind as OwnerKind]),
);

const ownerName = /^[a-z0-9](?:[a-z0-9._-]{0,126}[a-z0-9])?$/;

export function recordPath({ kind, name }: Owner): string {
  if (!ownerName.test(name)) throw new Error(`no file can be named after the ${kind} "${name}"`);
  return `${recordsFolder}/${folders[kind]}/${name}.json`;
}

/** Whose record a path holds; undefined where no record can be. */
export function recordOwner(path: string): Owner | undefined {
  const [folder, file, ...rest] = path.startsWith(`${recordsFolder}/`)
    ? path.slice(recordsFolder.length + 1).split('/')
    : [];
  const kind = folder === undefined ? undefined : kinds.get(folder);
  if (kind === undefined || file === undefined || rest.length > 0 || !file.endsWith('.json')) return undefined;
  const name = file.slice(0, -'.json'.length);
  return ownerName.test(name) ? { kind, name } : undefined;
}

type RecordHead = Pick<OwnerOutput, 'owner' | 'input' | 'facts'>;

function block(entries: readonly string[]): string {
  return entries.length === 0 ? '{}' : `{\n    ${entries.join(',\n    ')}\n  }`;
}

/** One line per file and fact, so that Git merges and shows it well. `files` maps paths to hashes. */
export function printRecord({ owner, input, facts }: RecordHead, files: Readonly<Record<string, string>>): string {
  const print = ([key, value]: readonly [string, string]): string => `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  return [
    '{\n',
    `  "owner": {"kind": "${owner.kind}", "name": "${owner.name}"},\n`,
    `  "input": ${JSON.stringify(input)},\n`,
    `  "facts": ${block(sortedEntries(facts).map(print))},\n`,
    `  "files": ${block(sortedEntries(files).map(print))}\n`,
    '}\n',
  ].join('');
}
