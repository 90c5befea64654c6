import { sha256 } from '../../disk/sha256.ts';
import type { StateData } from '../../disk/state-file.ts';
import type { FileRow } from '../../load/parse-config.ts';
import type { ParsedFile } from '../../model/parsed-file.ts';
import type { Source } from '../../source/source.ts';
import { newTables, type Tables } from '../../tables.ts';
import { newTable, type SavedRow, type SavedRows, savedVersion, type Table } from '../../util/table.ts';
import { locateIn } from '../../yaml/strict/locate-in.ts';
import { decodePlaced, encodePlaced } from './placed-json.ts';

/** Where a row stands in the bytes of its table. */
type IndexEntry = readonly [name: string, version: string, bytes: number];

/** What stands of a file: its places are found in its text. */
interface SavedFile extends Pick<ParsedFile, 'kind' | 'name' | 'value'> {
  readonly path: string;
}

type SavedFileRow = Omit<FileRow, 'file'> & { readonly file?: SavedFile };

/** All that the next process may rely on. Text that was written is not: it lies in out/. */
export function encodeTables({
  files,
  resolved,
  checked,
  graphs,
  teams,
  judged,
  owners,
}: Tables): Map<string, Uint8Array> {
  return new Map([
    ['files', encodeTable(files, ({ file, ...row }) => ({ ...row, ...(file && { file: savedFile(file) }) }))],
    ['resolved', encodeTable(resolved)],
    ['checked', encodeTable(checked)],
    ['graphs', encodeTable(graphs, ({ diagnostics }) => ({ diagnostics }))],
    ['teams', encodeTable(teams)],
    ['judged', encodeTable(judged)],
    ['owners', encodeTable(owners, ({ output: _, ...row }) => row)],
  ]);
}

/** The tables of an earlier build. `sourceOf`: files that are as they were, for places in others say nothing. */
export function decodeTables({ payloads }: StateData, sourceOf: (path: string) => Source | undefined): Tables {
  const table = <T>(name: string, decode = (json: string) => decodePlaced<T>(json, sourceOf)): Table<T> => {
    const bytes = payloads.get(name);
    if (bytes === undefined) return newTable();
    const earlier: SavedRows<T> = {
      hash: sha256,
      rows: rowsOf(bytes),
      decode: (row) => decode(Buffer.from(row.buffer, row.byteOffset, row.byteLength).toString()),
    };
    return newTable({ earlier });
  };
  return {
    ...newTables(),
    files: table('files', (json) => {
      const saved = decodePlaced<SavedFileRow>(json, sourceOf);
      if (saved === undefined) return undefined;
      const { file, ...row } = saved;
      const source = file && sourceOf(file.path);
      return { ...row, file: file && source && parsedFile(file, source) };
    }),
    resolved: table('resolved'),
    checked: table('checked'),
    graphs: table('graphs'),
    teams: table('teams'),
    judged: table('judged'),
    owners: table('owners'),
  };
}

function savedFile({ kind, name, value, source }: ParsedFile): SavedFile {
  return { kind, name, value, path: source.path };
}

function parsedFile({ path: _, ...file }: SavedFile, source: Source): ParsedFile {
  return { ...file, source, find: locateIn(source) };
}

/** An index as a line of JSON, then the rows. Those of another state are handed on as they are. */
function encodeTable<T>(table: Table<T>, plain: (value: T) => unknown = (value) => value): Uint8Array {
  const index: IndexEntry[] = [];
  const parts: Uint8Array[] = [];
  let run: SavedRow | undefined;
  const endRun = () => {
    if (run !== undefined) parts.push(run.table.subarray(run.start, run.end));
    run = undefined;
  };
  for (const { name, version, value, saved } of table.rows()) {
    if (saved !== undefined) {
      index.push([name, saved.version, saved.end - saved.start]);
      if (run?.table === saved.table && run.end === saved.start) run = { ...run, end: saved.end };
      else {
        endRun();
        run = saved;
      }
      continue;
    }
    endRun();
    const bytes = Buffer.from(encodePlaced(plain(value)));
    index.push([name, savedVersion(version, sha256), bytes.length]);
    parts.push(bytes);
  }
  endRun();
  return Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...parts]);
}

function rowsOf(bytes: Uint8Array): ReadonlyMap<string, SavedRow> {
  const start = bytes.indexOf(10) + 1;
  const index = JSON.parse(Buffer.from(bytes.subarray(0, start)).toString()) as readonly IndexEntry[];
  const rows = new Map<string, SavedRow>();
  let offset = start;
  for (const [name, version, length] of index) {
    rows.set(name, { version, table: bytes, start: offset, end: offset + length });
    offset += length;
  }
  return rows;
}
