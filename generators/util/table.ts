import type { Hash } from './hash.ts';

/** What was made earlier, by name, for as long as it would be made of the same. */
export interface Table<T> {
  /** What was made of this version under that name; undefined where it was another one, or none. */
  get(name: string, version: string): T | undefined;
  set(name: string, version: string, value: T): void;
  /** The same as before, or else what is made now. */
  keep(name: string, version: string, make: () => T): T;
  /** Forgets what nobody asked for since the last time. */
  sweep(): void;
  /** All that is in it. */
  rows(): Iterable<Row<T>>;
}

export interface Row<T> {
  readonly name: string;
  readonly version: string;
  readonly value: T;
  /** What it was read from, where it was. */
  readonly saved?: SavedRow;
}

/** A row as it was saved: its version, or the hash of a long one, and where among the bytes of its table its value is. */
export interface SavedRow {
  readonly version: string;
  readonly table: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** Rows that an earlier process left. */
export interface SavedRows<T> {
  readonly hash: Hash;
  readonly rows: ReadonlyMap<string, SavedRow>;
  /** Called when a row is first asked for; undefined where it does not stand any more. */
  readonly decode: (bytes: Uint8Array) => T | undefined;
}

export interface TableOptions<T> {
  readonly earlier?: SavedRows<T>;
  /** Whether a value still stands: it may say more than what it was made of. Always, unless it is given. */
  readonly stands?: (value: T) => boolean;
}

const LONG = 150;

export function savedVersion(version: string, hash: Hash): string {
  return version.length > LONG ? hash(version) : version;
}

export function newTable<T>({ earlier, stands = () => true }: TableOptions<T> = {}): Table<T> {
  let [old, asked] = [new Map<string, Row<T>>(), new Map<string, Row<T>>()];

  function fromEarlier(name: string, version: string): Row<T> | undefined {
    const saved = earlier?.rows.get(name);
    if (earlier === undefined || saved === undefined) return undefined;
    if (saved.version !== savedVersion(version, earlier.hash)) return undefined;
    const value = earlier.decode(saved.table.subarray(saved.start, saved.end));
    return value === undefined ? undefined : { name, version, value, saved };
  }

  function get(name: string, version: string): T | undefined {
    const known = asked.get(name) ?? old.get(name);
    const row = known?.version === version ? known : known === undefined ? fromEarlier(name, version) : undefined;
    if (row === undefined || !stands(row.value)) return undefined;
    asked.set(name, row);
    return row.value;
  }

  function set(name: string, version: string, value: T): void {
    asked.set(name, { name, version, value });
  }

  return {
    get,
    set,
    keep(name, version, make) {
      const known = get(name, version);
      if (known !== undefined) return known;
      const made = make();
      set(name, version, made);
      return made;
    },
    sweep() {
      // A phase that did not run asked for nothing, and its rows are good still.
      if (asked.size > 0) [old, asked] = [asked, new Map()];
    },
    rows: () => (asked.size > 0 ? asked : old).values(),
  };
}
