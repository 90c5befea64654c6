import type { Stamp } from './disk.ts';
import { sha256 } from './sha256.ts';

/** A file or folder as it was when the state was saved. */
export interface StateEntry {
  readonly path: string;
  readonly stamp: Stamp;
  /** SHA-256 in hex of a file; empty of a folder. */
  readonly hash: string;
  /** Path of the record of its owner; empty of what is no output. */
  readonly record: string;
  /** Whether an equal stamp proves equal content. */
  readonly trusted: boolean;
}

/** What the last build leaves for the next. */
export interface StateData {
  /** Hash of the compiler that wrote it. */
  readonly compiler: string;
  /** What no other copy of the repository has. */
  readonly seal: string;
  /** Hash of the records of the commit that the build was compared with; empty where there was none. */
  readonly head: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly inputs: readonly StateEntry[];
  readonly outputs: readonly StateEntry[];
  readonly folders: readonly StateEntry[];
  /** Bytes by key: read only when asked for, and handed on as they are. */
  readonly payloads: ReadonlyMap<string, Uint8Array>;
}

interface Header {
  readonly compiler: string;
  readonly seal: string;
  readonly head: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly counts: readonly [inputs: number, outputs: number, folders: number];
  readonly records: readonly string[];
  readonly payloads: readonly (readonly [key: string, bytes: number])[];
  readonly pathBytes: number;
}

const magic = 'wheelwright-state-1';
const numbersPerEntry = 4;
const hashBytes = 32;
const separator = '\0';

/**
 * Three lines (magic, SHA-256 of what follows, header as JSON), then columns: paths, stamps as doubles, hashes, numbers of
 * records, trust; then the payloads. Columns are read several times faster than objects.
 */
export function encodeState(data: StateData): Uint8Array {
  const entries = [...data.inputs, ...data.outputs, ...data.folders];
  const numberOf = new Map<string, number>();
  const numbers = new Float64Array(entries.length * numbersPerEntry);
  const hashes = Buffer.alloc(entries.length * hashBytes);
  const owners = new Int32Array(entries.length);
  const trust = new Uint8Array(entries.length);
  const allPaths: string[] = [];
  let index = 0;
  for (const entry of entries) {
    const { path, record, trusted } = entry;
    if (entry instanceof ColumnEntry) entry.copyTo(numbers, hashes, index);
    else writeEntry(entry, numbers, hashes, index);
    const owner = numberOf.get(record) ?? numberOf.size;
    numberOf.set(record, owner);
    owners[index] = owner;
    trust[index] = trusted ? 1 : 0;
    allPaths.push(path);
    index += 1;
  }
  const paths = Buffer.from(allPaths.join(separator));
  const header: Header = {
    compiler: data.compiler,
    seal: data.seal,
    head: data.head,
    meta: data.meta,
    counts: [data.inputs.length, data.outputs.length, data.folders.length],
    records: [...numberOf.keys()],
    payloads: [...data.payloads].map(([key, bytes]) => [key, bytes.length]),
    pathBytes: paths.length,
  };
  const columns = [paths, bytesOf(numbers), hashes, bytesOf(owners), trust];
  const start = Buffer.from(`${magic}\n${'0'.repeat(sha256('').length)}\n`);
  const file = Buffer.concat([
    start,
    Buffer.from(`${JSON.stringify(header)}\n`),
    ...columns,
    ...data.payloads.values(),
  ]);
  // In its place, so that all of it is in memory once.
  file.write(sha256(file.subarray(start.length)), magic.length + 1, 'latin1');
  return file;
}

function writeEntry({ stamp, hash }: StateEntry, numbers: Float64Array, hashes: Buffer, index: number): void {
  const at = index * numbersPerEntry;
  numbers[at] = stamp.size;
  numbers[at + 1] = stamp.mtimeMs;
  numbers[at + 2] = stamp.ctimeMs;
  numbers[at + 3] = stamp.ino;
  if (hash !== '') hashes.write(hash, index * hashBytes, 'hex');
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array | Int32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function endOfLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(10, from);
  return end === -1 ? bytes.length : end;
}

/** Undefined where the bytes are not what `encodeState` made. */
export function decodeState(file: Uint8Array): StateData | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const firstEnd = endOfLine(bytes, 0);
  const secondEnd = endOfLine(bytes, firstEnd + 1);
  const content = bytes.subarray(secondEnd + 1);
  if (bytes.toString('latin1', 0, firstEnd) !== magic) return undefined;
  if (bytes.toString('latin1', firstEnd + 1, secondEnd) !== sha256(content)) return undefined;
  const headerEnd = endOfLine(content, 0);
  const header = JSON.parse(content.toString('utf8', 0, headerEnd)) as Header;
  if (!fits(content.length - headerEnd - 1, header)) return undefined;
  const { entries, rest } = decodeEntries(content.subarray(headerEnd + 1), header);
  const [inputs, outputs] = header.counts;
  return {
    compiler: header.compiler,
    seal: header.seal,
    head: header.head,
    meta: header.meta,
    inputs: entries.slice(0, inputs),
    outputs: entries.slice(inputs, inputs + outputs),
    folders: entries.slice(inputs + outputs),
    payloads: decodePayloads(rest, header),
  };
}

/** Whether the columns and payloads have the length that the header says: a stranger may have written it. */
function fits(bytes: number, { counts, pathBytes, payloads }: Header): boolean {
  const numbers = [...counts, pathBytes, ...payloads.map(([, length]) => length)];
  if (counts.length !== 3 || !numbers.every((number) => Number.isSafeInteger(number) && number >= 0)) return false;
  const count = counts[0] + counts[1] + counts[2];
  const columns = count * (numbersPerEntry * 8 + hashBytes + 4 + 1) + pathBytes;
  return bytes === payloads.reduce((sum, [, length]) => sum + length, columns);
}

interface Columns {
  readonly numbers: Float64Array;
  readonly hashes: Buffer;
  readonly firstFolder: number;
}

/** An entry that takes from the columns what it is asked for: of most entries, that is very little. */
class ColumnEntry implements StateEntry {
  readonly path: string;
  readonly record: string;
  readonly trusted: boolean;
  readonly #index: number;
  readonly #columns: Columns;

  constructor(columns: Columns, index: number, path: string, record: string, trusted: boolean) {
    this.path = path;
    this.record = record;
    this.trusted = trusted;
    this.#index = index;
    this.#columns = columns;
  }

  /** As `writeEntry`, without a text or an object for each. */
  copyTo(numbers: Float64Array, hashes: Buffer, index: number): void {
    for (let column = 0; column < numbersPerEntry; column++)
      numbers[index * numbersPerEntry + column] = this.#columns.numbers[this.#index * numbersPerEntry + column] ?? 0;
    const from = this.#index * hashBytes;
    this.#columns.hashes.copy(hashes, index * hashBytes, from, from + hashBytes);
  }

  get stamp(): Stamp {
    const { numbers } = this.#columns;
    const at = this.#index * numbersPerEntry;
    const number = (column: number): number => numbers[at + column] ?? 0;
    return { size: number(0), mtimeMs: number(1), ctimeMs: number(2), ino: number(3) };
  }

  get hash(): string {
    const { hashes, firstFolder } = this.#columns;
    const at = this.#index * hashBytes;
    return this.#index < firstFolder ? hashes.toString('hex', at, at + hashBytes) : '';
  }
}

function decodeEntries(
  columns: Buffer,
  { counts, records, pathBytes }: Header,
): { readonly entries: readonly StateEntry[]; readonly rest: Buffer } {
  const count = counts[0] + counts[1] + counts[2];
  let offset = 0;
  const take = (length: number): Buffer => {
    const part = columns.subarray(offset, offset + length);
    offset += length;
    return part;
  };
  const paths = take(pathBytes).toString('utf8').split(separator);
  // Copied: typed arrays must begin at a multiple of their width.
  const numbers = new Float64Array(new Uint8Array(take(count * numbersPerEntry * 8)).buffer);
  const read: Columns = { numbers, hashes: take(count * hashBytes), firstFolder: counts[0] + counts[1] };
  const owners = new Int32Array(new Uint8Array(take(count * 4)).buffer);
  const trust = take(count);
  const entries: StateEntry[] = [];
  for (let i = 0; i < count; i++) {
    entries.push(new ColumnEntry(read, i, paths[i] ?? '', records[owners[i] ?? 0] ?? '', trust[i] === 1));
  }
  return { entries, rest: columns.subarray(offset) };
}

function decodePayloads(bytes: Buffer, header: Header): Map<string, Uint8Array> {
  const payloads = new Map<string, Uint8Array>();
  let offset = 0;
  for (const [key, length] of header.payloads) {
    payloads.set(key, bytes.subarray(offset, offset + length));
    offset += length;
  }
  return payloads;
}
