import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { FORMAT, type MovedField } from '../model/migrations.ts';
import { formatPath } from '../source/path.ts';
import type { Source } from '../source/source.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import { moveField } from '../yaml/move-field.ts';
import { locateIn, nearest } from '../yaml/strict/locate-in.ts';
import { parseYaml } from '../yaml/strict/parse-yaml.ts';
import { fieldsToMove, formatOf, formatProblem, tellMoved, withMovedFields } from './earlier-format.ts';
import { configFileAt, type RepositoryFiles } from './repository-files.ts';

/** A file of the configuration in the format of today. */
export interface MigratedFile {
  readonly path: string;
  readonly text: string;
  /** What was changed, in words. */
  readonly changes: readonly string[];
}

export interface MigratedFiles {
  /** Only those that change. */
  readonly files: readonly MigratedFile[];
  /** What forbids it: a file that cannot be read, or says a thing in a way that only a person can move. */
  readonly problems: readonly Diagnostic[];
}

/** Every file of `config/` that is in an earlier format, in that of today. */
export function migrateFiles({ config }: RepositoryFiles): MigratedFiles {
  const files: MigratedFile[] = [];
  const problems: Diagnostic[] = [];
  for (const source of config.values()) {
    const migrated = migrateFile(source);
    if (Array.isArray(migrated)) problems.push(...migrated);
    else if (migrated !== undefined) files.push(migrated as MigratedFile);
  }
  return { files, problems };
}

function migrateFile(source: Source): MigratedFile | readonly Diagnostic[] | undefined {
  const file = configFileAt(source.path);
  if (file === undefined) return undefined;
  const { value, diagnostics } = parseYaml(source);
  if (diagnostics.length > 0) return diagnostics;
  const moves = fieldsToMove(file.kind, value);
  const old = file.kind === 'config' ? formatOf(value) : FORMAT;
  if (moves.length === 0 && old === FORMAT) return undefined;
  if (old > FORMAT) return [formatProblem(source, value) as Diagnostic];
  let text = source.text;
  for (const move of moves) {
    const next = moveField(text, move);
    if (next === undefined || !says(next, withMovedFields(parseYaml({ path: source.path, text }).value, [move])))
      return [byHand(source, value, move)];
    text = next;
  }
  const changes = moves.map(({ within, from, to }) => {
    return `${formatPath([...within, from])} moved to ${formatPath([...within, ...to])}`;
  });
  if (old === FORMAT) return { path: source.path, text, changes };
  const written = withFormat(text, old);
  return { path: source.path, text: written, changes: [`format: ${FORMAT}`, ...changes] };
}

const locator = (source: Source) => {
  const find = locateIn(source);
  return (path: MovedField['within'], at?: 'key' | 'value') => ({ span: nearest(source, find, path, at) });
};

/** The edit of a text is trusted only where it says what the moved data says. */
function says(text: string, value: unknown): boolean {
  const read = parseYaml({ path: '', text });
  return read.diagnostics.length === 0 && canonicalJson(read.value) === canonicalJson(value);
}

function byHand(source: Source, value: unknown, move: MovedField): Diagnostic {
  return {
    ...tellMoved(source, value, locator(source), move),
    help: 'Move it there: it is written in a way that is not changed by itself.',
  };
}

/** What editors and YAML read at the start of a file stays there. */
function withFormat(text: string, old: number): string {
  if (old !== 0) return text.replace(/^format:.*$/m, `format: ${FORMAT}`);
  const [head = ''] = /^(?:(?:---|# yaml-language-server).*\r?\n)*/.exec(text) ?? [];
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const rest = text.slice(head.length);
  return head + (rest.startsWith('{') ? `{format: ${FORMAT}, ${rest.slice(1)}` : `format: ${FORMAT}${lineEnd}${rest}`);
}
