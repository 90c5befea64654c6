import type { Origin } from '../source/origin.ts';
import type { Path } from '../source/path.ts';
import { byCodePoint } from '../util/code-point-order.ts';

/** A user's mistake is a value; an exception is a bug in this program. */
export interface Diagnostic {
  /** The check's path, such as `network/cidr-overlap`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** One sentence with the offending value in quotes, ending in a full stop. */
  readonly message: string;
  readonly at?: Origin;
  readonly notes: readonly Note[];
  /** One way to repair it. */
  readonly help?: string;
  /** The same as data, where it is an edit: `repairBy` makes both. */
  readonly edits?: readonly Edit[];
  /** What all problems with one cause have in common; where it is not given, their place. */
  readonly cause?: string;
}

/** A change of a file that repairs. */
export type Edit =
  /** Another value in the place of the one there. */
  | { readonly at: Origin; readonly write: unknown }
  /** Without the entry of a map, or the item of a list, that stands there. */
  | { readonly at: Origin; readonly remove: string }
  /** With a field more, or another value of it. */
  | { readonly file: string; readonly path: Path; readonly add: unknown };

/** A second place, or a fact that the message rests on. */
export interface Note {
  readonly message: string;
  readonly at?: Origin;
}

/** What a check yields: a diagnostic without the code and severity, which belong to the check. */
export interface Problem {
  readonly message: string;
  readonly at?: Origin;
  readonly notes?: readonly Note[];
  readonly help?: string;
  readonly edits?: readonly Edit[];
  readonly cause?: string;
}

/** A problem of which the finder knows the code. */
export interface CodedProblem extends Problem {
  readonly code: string;
}

export interface DiagnosticLog {
  error(code: string, problem: Problem): void;
  warning(code: string, problem: Problem): void;
  add(diagnostics: readonly Diagnostic[]): void;
  readonly hasErrors: boolean;
  /** By file, place, code and message, without duplicates: the same for every order of discovery. */
  sorted(): readonly Diagnostic[];
}

/** Problems whose finder knows the code, as errors, in order. */
export function asErrors(problems: readonly CodedProblem[]): readonly Diagnostic[] {
  const log = newDiagnosticLog();
  for (const { code, ...problem } of problems) log.error(code, problem);
  return log.sorted();
}

export function newDiagnosticLog(): DiagnosticLog {
  const all: Diagnostic[] = [];
  const add = (severity: Diagnostic['severity'], code: string, problem: Problem): void => {
    all.push({ code, severity, notes: [], ...problem });
  };
  return {
    error: (code, problem) => add('error', code, problem),
    warning: (code, problem) => add('warning', code, problem),
    add: (diagnostics) => {
      for (const diagnostic of diagnostics) all.push(diagnostic);
    },
    get hasErrors() {
      return all.some(({ severity }) => severity === 'error');
    },
    sorted() {
      const ordered = [...all].sort(compareDiagnostics);
      return ordered.filter((d, i) => i === 0 || compareDiagnostics(ordered[i - 1] as Diagnostic, d) !== 0);
    },
  };
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    byCodePoint(a.at?.span?.source.path ?? '', b.at?.span?.source.path ?? '') ||
    (a.at?.span?.start ?? 0) - (b.at?.span?.start ?? 0) ||
    byCodePoint(a.code, b.code) ||
    byCodePoint(a.message, b.message) ||
    byCodePoint(a.at?.of?.name ?? '', b.at?.of?.name ?? '')
  );
}
