import { completeSchemas } from 'generated:complete-schemas';
import { validators } from 'generated:validators';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type FileKind, fileKindFacts } from '../model/file-kinds.ts';
import type { ParsedFile } from '../model/parsed-file.ts';
import { diagnoseErrors } from '../schema/config/diagnose-errors.ts';
import { relaxSchema } from '../schema/config/relax-schema.ts';
import type { Source } from '../source/source.ts';
import { MAX_PROBLEMS } from '../util/max-problems.ts';
import { locateIn, nearest } from '../yaml/strict/locate-in.ts';
import { parseYaml } from '../yaml/strict/parse-yaml.ts';
import { fieldsToMove, tellMoved } from './earlier-format.ts';

export interface ParseResult {
  /** Undefined where there is an error. */
  readonly file: ParsedFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses one file of `config/` and checks it by itself: nothing is required, as other layers may say it. */
export function parseFile(kind: FileKind, name: string, source: Source): ParseResult {
  const { value, diagnostics: ofYaml } = parseYaml(source);
  const find = locateIn(source);
  const schema = () => relaxSchema(completeSchemas[fileKindFacts[kind].complete]);
  const locate = (path: Parameters<typeof find>[0], at?: 'key' | 'value') => ({
    span: nearest(source, find, path, at),
  });
  const moved = fieldsToMove(kind, value).map((move) => tellMoved(source, value, locate, move));
  const first = [...ofYaml, ...moved];
  const ofSchema = value === undefined ? [] : diagnoseErrors(validators[kind], schema, value, locate);
  const diagnostics = [...first, ...ofSchema.filter((one) => !first.some((other) => overlap(one, other)))];
  if (diagnostics.length > 0) return { file: undefined, diagnostics: firstOf(diagnostics) };
  return { file: { kind, name, source, value: value as ParsedFile['value'], find }, diagnostics };
}

function firstOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= MAX_PROBLEMS) return diagnostics;
  const ordered = [...diagnostics].sort((a, b) => startOf(a) - startOf(b));
  const [next] = ordered.slice(MAX_PROBLEMS);
  const message = 'There are more problems in this file, from here on.';
  const at = next?.at === undefined ? {} : { at: next.at };
  return [
    ...ordered.slice(0, MAX_PROBLEMS),
    { code: 'schema/more-problems', severity: 'error', message, notes: [], ...at },
  ];
}

function startOf({ at }: Diagnostic): number {
  return at?.span?.start ?? 0;
}

/** A number that lost its leading zero has the wrong type besides: one mistake. */
function overlap(a: Diagnostic, b: Diagnostic): boolean {
  const [one, other] = [a.at?.span, b.at?.span];
  return one !== undefined && other !== undefined && one.start < other.end && other.start < one.end;
}
