import { type Diagnostic, newDiagnosticLog } from '../diagnostics/diagnostic.ts';
import type { Path } from '../source/path.ts';
import { type Source, type Span, spanIn } from '../source/source.ts';
import { valueWithin } from '../yaml/kubernetes/documents-in.ts';
import { type LocateSpot, locateInYaml, nowhere } from '../yaml/kubernetes/locate.ts';
import { type ReadYaml, readYaml } from '../yaml/kubernetes/read-yaml.ts';
import type { Report } from './context.ts';
import { rules } from './rules/rules.ts';

/** A graph as a file, as a part of one that may be read already, or as the object that a program made. */
export type GraphInput = SourceInput | { readonly object: unknown };

interface SourceInput {
  readonly source: Source;
  readonly within?: Path;
  readonly read?: ReadYaml;
}

export interface Findings {
  readonly value: unknown;
  readonly report: Report;
  /** What was reported until now, by place. */
  diagnostics(): readonly Diagnostic[];
}

/** Reads a graph, and gives what is found in it a place, a severity and the form of a diagnostic. */
export function collectFindings(input: GraphInput): Findings {
  const log = newDiagnosticLog();
  const { value, locate } = 'source' in input ? readSource(input, log.add) : readObject(input.object, log.add);
  return {
    value,
    report: ({ code, message, help, notes = [], ...spot }) => {
      const located = notes.map((note) => ({ message: note.message, at: locate(note.spot) }));
      const { severity } = rules[code];
      log.add([{ code, severity, message, at: locate(spot), notes: located, ...(help !== undefined && { help }) }]);
    },
    diagnostics: () => log.sorted(),
  };
}

interface Read {
  readonly value: unknown;
  readonly locate: LocateSpot;
}

function readSource(
  { source, within = [], read = readYaml(source) }: SourceInput,
  add: (diagnostics: readonly Diagnostic[]) => void,
): Read {
  const place = (start: number, end: number) => ({ span: spanIn(source, start, end) });
  const locate = locateWhenAsked(source, read);
  // The other objects of a list have problems of their own.
  const part = within.length === 0 || read.problems.length === 0 ? undefined : locate({ path: within }).span;
  const isMine = ({ start }: Span) => part === undefined || (start >= part.start && start < part.end);
  for (const { code, message, start, end, notes = [], help } of read.problems) {
    const at = place(start, end);
    if (!isMine(at.span)) continue;
    const { severity } = rules[code];
    const located = notes.map((note) => ({ message: note.message, at: place(note.start, note.end) }));
    add([{ code, severity, message, at, notes: located, ...(help !== undefined && { help }) }]);
  }
  if (within.length === 0) return { value: read.value, locate };
  return {
    value: valueWithin(read.value, within),
    locate: ({ path, ...spot }) => locate({ ...spot, path: [...within, ...path] }),
  };
}

/** Most graphs have nothing wrong, and need no places. */
function locateWhenAsked(source: Source, { document }: ReadYaml): LocateSpot {
  let locate: LocateSpot | undefined;
  return (spot) => {
    if (locate === undefined) {
      const composed = document();
      locate = composed === undefined ? () => ({ span: spanIn(source, 0, 0) }) : locateInYaml(source, composed);
    }
    return locate(spot);
  };
}

/** Far deeper than an API server lets an object be. */
const deepest = 200;

function readObject(object: unknown, add: (diagnostics: readonly Diagnostic[]) => void): Read {
  if (!isDeeperThan(object, deepest)) return { value: object ?? null, locate: nowhere };
  const message = `Values are nested deeper than ${deepest} levels.`;
  add([{ code: 'kro/yaml', severity: rules['kro/yaml'].severity, message, at: {}, notes: [] }]);
  return { value: undefined, locate: nowhere };
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((part) => isDeeperThan(part, depth - 1));
}
