import { patternProblem } from '../../schema/structural/pattern-problem.ts';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import { parseGoBoolean, parseGoFloat, parseGoInteger } from './go-values.ts';
import type { Marker } from './parse-markers.ts';
import type { ReportField } from './schema-problem.ts';

type Draft = { -readonly [Key in keyof RawSchema]: RawSchema[Key] };
type CountKey = 'minLength' | 'maxLength' | 'minItems' | 'maxItems';

const listTypes: readonly string[] = ['atomic', 'set', 'map'];

/** `minimum` and `maximum`: kro asks for a number and not for a type that has one. */
export function applyBound(schema: Draft, { key, value, range }: Marker, report: ReportField): void {
  const bound = parseGoFloat(value);
  if (bound === undefined) reportNumber(key, value, range, report);
  else if (key === 'minimum') schema.minimum = bound;
  else schema.maximum = bound;
}

/** `pattern`, `minLength` and `maxLength`, of strings only. */
export function applyText(schema: Draft, marker: Marker, report: ReportField): void {
  const { key, value, range } = marker;
  if (key === 'pattern' && value === '') {
    report('kro/pattern-syntax', 'The marker "pattern" holds no pattern: "".', range);
  } else if (schema.type !== 'string') reportType(schema, key, 'strings', range, report);
  else if (key !== 'pattern') applyCount(schema, marker, report);
  else {
    const problem = patternProblem(value);
    if (problem === undefined) schema.pattern = value;
    else report('kro/pattern-syntax', `The pattern ${JSON.stringify(value)} is none that Go reads: ${problem}.`, range);
  }
}

/** `minItems`, `maxItems`, `uniqueItems`, `listType` and `listMapKey`, of lists only. */
export function applyList(schema: Draft, marker: Marker, report: ReportField): void {
  const { key, value, range } = marker;
  const unique = key === 'uniqueItems' ? parseGoBoolean(value) : undefined;
  if (key === 'uniqueItems' && unique === undefined) {
    report('kro/marker-boolean', `The value "${value}" of marker "uniqueItems" is neither true nor false.`, range);
  } else if (schema.type !== 'array') reportType(schema, key, 'lists', range, report);
  else if (key === 'minItems' || key === 'maxItems') applyCount(schema, marker, report);
  else if (key === 'listMapKey') {
    const keys = schema['x-kubernetes-list-map-keys'] ?? [];
    if (keys.includes(value)) report('kro/list-map-key', `The list is keyed by "${value}" twice.`, range);
    else schema['x-kubernetes-list-map-keys'] = [...keys, value];
  } else if (key === 'listType' || unique === true) applyListType(schema, unique ? 'set' : value, range, report);
}

function applyListType(schema: Draft, value: string, range: Marker['range'], report: ReportField): void {
  const before = schema['x-kubernetes-list-type'];
  if (!listTypes.includes(value)) {
    report('kro/list-type', `The list type "${value}" is none of "atomic", "set" and "map".`, range);
  } else if (before !== undefined && before !== value) {
    report('kro/list-type', `The list is of type "${before}" already, so it cannot be of type "${value}".`, range);
  } else schema['x-kubernetes-list-type'] = value as 'atomic' | 'set' | 'map';
}

function applyCount(schema: Draft, { key, value, range }: Marker, report: ReportField): void {
  const count = parseGoInteger(value);
  if (count === undefined) reportNumber(key, value, range, report);
  else schema[key as CountKey] = Number(count);
}

function reportNumber(key: string, value: string, range: Marker['range'], report: ReportField): void {
  const expected = key === 'minimum' || key === 'maximum' ? 'a number' : 'an integer';
  report('kro/marker-number', `The value ${JSON.stringify(value)} of marker "${key}" is not ${expected}.`, range);
}

function reportType(schema: Draft, key: string, of: string, range: Marker['range'], report: ReportField): void {
  report('kro/marker-type', `The marker "${key}" is for ${of}, not for type "${schema.type ?? 'none'}".`, range);
}
