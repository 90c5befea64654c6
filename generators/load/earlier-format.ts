import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { repairBy } from '../diagnostics/repair-by.ts';
import type { FileKind } from '../model/file-kinds.ts';
import { FORMAT, type MovedField, movedFields } from '../model/migrations.ts';
import type { Locate } from '../source/origin.ts';
import { formatPath, valueAt } from '../source/path.ts';
import type { Source } from '../source/source.ts';
import { locateIn } from '../yaml/strict/locate-in.ts';

const MIGRATE = 'wheelwright migrate';

/** Fields that stand where they stood in an earlier format. */
export function fieldsToMove(kind: FileKind, value: unknown): readonly MovedField[] {
  return movedFields(kind).filter(({ within, from }) => {
    const map = valueAt(value, within);
    return typeof map === 'object' && map !== null && Object.hasOwn(map, from);
  });
}

/** The value with its fields moved; what stands at a new place already wins. */
export function withMovedFields(value: unknown, moves: readonly MovedField[]): unknown {
  return moves.reduce(
    (all, { within, from, to: [section, field] }) =>
      changedAt(all, within, ({ [from]: moved, ...map }) => {
        const there = (map[section] ?? {}) as Data;
        return { ...map, [section]: { [field]: moved, ...there } };
      }),
    value,
  );
}

type Data = Readonly<Record<string, unknown>>;

function changedAt(value: unknown, [first, ...rest]: MovedField['within'], change: (map: Data) => Data): unknown {
  const map = value as Data;
  return first === undefined ? change(map) : { ...map, [first]: changedAt(map[first], rest, change) };
}

export function tellMoved(source: Source, value: unknown, locate: Locate, move: MovedField): Diagnostic {
  const { within, from, to } = move;
  const at = locate([...within, from], 'key');
  const path = [...within, ...to];
  const { edits } = repairBy({ at, remove: from }, { file: source.path, path, add: valueAt(value, [...within, from]) });
  return {
    code: 'schema/moved-field',
    severity: 'error',
    message: `"${formatPath([...within, from])}" is "${formatPath(path)}" now.`,
    at,
    notes: [],
    help: `Move it there; \`${MIGRATE}\` does so in all files.`,
    edits,
  };
}

/** Whether `config.yaml`, with this value, is in the format that is read here; a `format` that is no number is told with other fields. */
export function formatProblem(config: Source, value: unknown): Diagnostic | undefined {
  const format = formatOf(value);
  if (value === undefined || format === FORMAT) return undefined;
  const span = locateIn(config)(['format']) ?? { source: config, start: 0, end: 0 };
  const told = { code: 'file/format', severity: 'error', at: { span }, notes: [] } as const;
  const message = `These files are in format ${format}, and this Wheelwright reads format ${FORMAT}.`;
  if (format > FORMAT) return { ...told, message, help: 'Install a newer Wheelwright.' };
  return {
    ...told,
    message:
      format === 0 ? `config/config.yaml says no format: these files are from before format ${FORMAT}.` : message,
    help: `Run \`${MIGRATE}\`: it edits them in place, and says what it changed.`,
  };
}

/** The format that `config.yaml` says; one that is no number counts as that of today. */
export function formatOf(config: unknown): number {
  const format = valueAt(config, ['format']) ?? 0;
  return typeof format === 'number' ? format : FORMAT;
}
