import { escapeField } from '../../cel/syntax/escape-field.ts';
import type { Span } from '../../cel/syntax/expression.ts';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import { counted } from '../../util/counted.ts';
import type { Report } from '../context.ts';
import type { GraphExpression } from '../graph/graph-expression.ts';
import type { ResourceExpressions } from '../graph/resource-expressions.ts';
import { isSame, type ReadPaths, readPaths, type Segments, writtenPath } from './read-paths.ts';

/** Reports what resources count on, and an instance may leave out: kro then waits for it for ever. Each is told of once. A status is only left out then. */
export function checkPresence(spec: RawSchema, resources: readonly ResourceExpressions[], report: Report): void {
  const uses = new Map<string, Use[]>();
  for (const { template, forEach, includeWhen } of resources) {
    // What a condition of the resource asks for is there when the resource is made.
    const conditions = includeWhen.map(({ parsed }) => readPaths(parsed.expression));
    const own = [...forEach, ...template].map(({ expression }) => expression);
    for (const expression of own) collect(expression, conditions);
    for (const expression of includeWhen) collect(expression, []);
  }

  function collect(expression: GraphExpression, conditions: readonly ReadPaths[]): void {
    const paths = readPaths(expression.parsed.expression);
    const all = [paths, ...conditions];
    const isAsked = (segments: Segments) => all.some(({ asked }) => asked.some((one) => isSame(one, segments)));
    const isSized = (segments: Segments) => all.some(({ sized }) => sized.some((one) => isSame(one, segments)));
    for (const { segments, ...span } of paths.read) {
      const absent = absentIn(spec, segments);
      if (absent === undefined || isAsked(absent.segments)) continue;
      if (absent.says === 'item' && isSized(absent.segments.slice(0, -1))) continue;
      const key = JSON.stringify(absent.segments);
      uses.set(key, [...(uses.get(key) ?? []), { expression, span, absent }]);
    }
  }

  for (const [first, ...others] of uses.values()) {
    if (first === undefined) continue;
    const { expression, span, absent } = first;
    const more = others.length === 0 ? '' : ` (and ${counted(others.length, 'other expression')})`;
    const message = `${expression.label}${more}: an instance may ${says(absent)}, and would then wait for it for ever.`;
    report({ ...expression.spotOf(span), code: 'kro/absent-input', message, help: helpFor(absent) });
  }
}

interface Use {
  readonly expression: GraphExpression;
  readonly span: Span;
  readonly absent: Absent;
}

interface Absent {
  /** Up to what may be absent. */
  readonly segments: Segments;
  readonly says: 'field' | 'entry' | 'item';
}

/** What an instance need not have. That there are a spec and metadata at all is taken for granted. */
function absentIn(spec: RawSchema, segments: Segments): Absent | undefined {
  const [root, part, ...rest] = segments;
  if (root !== 'schema') return undefined;
  if (part === 'metadata') return absentInMetadata(segments);
  return part === 'spec' ? absentInSpec(spec, rest) : undefined;
}

/** kro writes labels of its own on every instance, and API servers have theirs. */
function absentInMetadata(segments: Segments): Absent | undefined {
  const [, , map, key] = segments;
  if (map !== 'labels' && map !== 'annotations') return undefined;
  if (key === undefined) return map === 'labels' ? undefined : { segments, says: 'field' };
  if (/(?:^|[./])kro\.run\/|kubernetes\.io\//.test(String(key))) return undefined;
  return { segments: segments.slice(0, 4), says: 'entry' };
}

function absentInSpec(spec: RawSchema, fields: Segments): Absent | undefined {
  let schema: RawSchema | undefined = spec;
  for (const [index, field] of fields.entries()) {
    const current: RawSchema = schema;
    const segments = ['schema', 'spec', ...fields.slice(0, index + 1)];
    if (typeof field === 'number') {
      if (current.items === undefined) return undefined;
      if (field >= (current.minItems ?? 0)) return { segments, says: 'item' };
      schema = current.items;
      continue;
    }
    const { properties = {}, required = [], additionalProperties } = current;
    const name: string | undefined = Object.keys(properties).find((key) => key === field || escapeField(key) === field);
    if (name === undefined) return additionalProperties === undefined ? undefined : { segments, says: 'entry' };
    schema = properties[name];
    if (schema === undefined) return undefined;
    if (!required.includes(name) && (schema.default ?? null) === null) return { segments, says: 'field' };
  }
  return undefined;
}

function says({ segments, says: what }: Absent): string {
  if (what !== 'item') return `leave out "${writtenPath(segments)}"`;
  return `give fewer than ${counted(Number(segments.at(-1)) + 1, 'item')} in "${writtenPath(segments.slice(0, -1))}"`;
}

function helpFor({ segments, says: what }: Absent): string {
  const [whole, last] = [writtenPath(segments.slice(0, -1)), segments.at(-1)];
  if (what === 'item') return `Give the field the marker \`minItems=${Number(last) + 1}\`.`;
  const [, part] = segments;
  if (part === 'spec' && what === 'field')
    return 'Give the field a default or make it required, or read it with `.?` and `orValue`.';
  const optional = whole.replace(/\.(labels|annotations)$/, '.?$1');
  const access = what === 'entry' ? `[?${JSON.stringify(last)}]` : `.?${last}`;
  return `Read it as what may be absent: \`${optional}${access}.orValue(…)\`.`;
}
