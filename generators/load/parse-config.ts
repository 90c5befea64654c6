import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { forEachKind } from '../model/file-kinds.ts';
import type { ParsedConfig, ParsedFile } from '../model/parsed-file.ts';
import type { Source } from '../source/source.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { checkPaths } from './check-paths.ts';
import { formatProblem } from './earlier-format.ts';
import { parseFile } from './parse-file.ts';
import { configFileAt, type RepositoryFiles } from './repository-files.ts';

export interface ParseConfigResult {
  /** Files without an error. */
  readonly config: ParsedConfig;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses every file of `config/` and checks each by itself. */
export function parseConfig(files: RepositoryFiles): ParseConfigResult {
  const diagnostics: Diagnostic[] = [...checkPaths(files)];
  const found: ParsedFile[] = [];
  for (const [path, source] of files.config) {
    const known = configFileAt(path);
    if (known === undefined) continue;
    const parsed = parseFile(known.kind, known.name, source);
    diagnostics.push(...parsed.diagnostics);
    if (parsed.file !== undefined) found.push(parsed.file);
  }
  const config = forEachKind(() => new Map<string, ParsedFile>());
  for (const file of found.sort((a, b) => byCodePoint(a.name, b.name))) config[file.kind].set(file.name, file);
  return { config, diagnostics: judged(diagnostics, files.config.get('config/config.yaml')) };
}

/** What files of another format do not fit says nothing: it follows from that. */
function judged(diagnostics: readonly Diagnostic[], config: Source | undefined): readonly Diagnostic[] {
  const wrong = config === undefined ? undefined : formatProblem(config);
  return wrong === undefined ? diagnostics : [wrong, ...diagnostics.filter(({ code }) => !code.startsWith('schema/'))];
}
