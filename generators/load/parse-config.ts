import { type Acceptance, acceptancesIn } from '../diagnostics/acceptance.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { forEachKind } from '../model/file-kinds.ts';
import type { ParsedConfig, ParsedFile } from '../model/parsed-file.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { newTable, type Table } from '../util/table.ts';
import { parseYaml } from '../yaml/strict/parse-yaml.ts';
import { checkPaths } from './check-paths.ts';
import { formatProblem } from './earlier-format.ts';
import { type ParseResult, parseFile } from './parse-file.ts';
import { configFileAt, type RepositoryFiles } from './repository-files.ts';

/** What a file by itself gives. */
export interface FileRow extends ParseResult {
  readonly acceptances: readonly Acceptance[];
}

export interface ParseConfigResult {
  /** Files without an error. */
  readonly config: ParsedConfig;
  readonly diagnostics: readonly Diagnostic[];
  /** Comments that accept warnings. */
  readonly acceptances: readonly Acceptance[];
}

const nothing: ParseResult = { file: undefined, diagnostics: [] };

/** Parses every file of `config/` and checks each by itself. Every source has its hash. */
export function parseConfig(files: RepositoryFiles, known: Table<FileRow> = newTable()): ParseConfigResult {
  const diagnostics: Diagnostic[] = [...checkPaths(files)];
  const acceptances: Acceptance[] = [];
  const found: ParsedFile[] = [];
  for (const [path, source] of files.config) {
    const place = configFileAt(path);
    const row = known.keep(path, source.hash ?? '', () => ({
      ...(place === undefined ? nothing : parseFile(place.kind, place.name, source)),
      acceptances: acceptancesIn(source),
    }));
    acceptances.push(...row.acceptances);
    diagnostics.push(...row.diagnostics);
    if (row.file !== undefined) found.push(row.file);
  }
  const config = forEachKind(() => new Map<string, ParsedFile>());
  for (const file of found.sort((a, b) => byCodePoint(a.name, b.name))) config[file.kind].set(file.name, file);
  const source = files.config.get('config/config.yaml');
  const wrong = source && formatProblem(source, config.config.get('config')?.value ?? parseYaml(source).value);
  return { config, diagnostics: judged(diagnostics, wrong), acceptances };
}

/** What files of another format do not fit says nothing: it follows from that. */
function judged(diagnostics: readonly Diagnostic[], wrong: Diagnostic | undefined): readonly Diagnostic[] {
  return wrong === undefined ? diagnostics : [wrong, ...diagnostics.filter(({ code }) => !code.startsWith('schema/'))];
}
