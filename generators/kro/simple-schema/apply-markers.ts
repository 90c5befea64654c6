import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import { applyBound, applyList, applyText } from './constraint-markers.ts';
import { parseGoBoolean, parseGoFloat, parseGoInteger } from './go-values.ts';
import type { Marker } from './parse-markers.ts';
import type { ReportField } from './schema-problem.ts';

/** A schema while its markers are applied. */
export type Draft = { -readonly [Key in keyof RawSchema]: RawSchema[Key] };

/** Applies the markers of a field in their order; whether they make it required. */
export function applyMarkers(schema: Draft, markers: readonly Marker[], report: ReportField): { required: boolean } {
  let required = false;
  for (const marker of markers) {
    if (marker.key === 'required') required = applyBoolean(marker, report) || required;
    else if (marker.key === 'default') {
      const isLast = markers.findLast(({ key }) => key === 'default') === marker;
      applyDefault(schema, marker, isLast, report);
    } else applyMarker(schema, marker, report);
  }
  const keys = schema['x-kubernetes-list-map-keys'];
  const listType = schema['x-kubernetes-list-type'];
  if (keys !== undefined && listType !== 'map') {
    const last = markers.findLast(({ key }) => key === 'listMapKey');
    const says = listType === undefined ? 'there is no "listType"' : `"listType" is "${listType}"`;
    report('kro/list-map-key', `The marker "listMapKey" needs "listType=map", and ${says}.`, last?.range);
  }
  return { required };
}

function applyMarker(schema: Draft, marker: Marker, report: ReportField): void {
  switch (marker.key) {
    case 'required':
    case 'default':
      return;
    case 'description':
      schema.description = marker.value;
      return;
    case 'enum':
      applyEnum(schema, marker, report);
      return;
    case 'validation':
      if (marker.value.trim() === '')
        report('kro/empty-validation', 'The marker "validation" holds no rule.', marker.range);
      else addRule(schema, marker.value, 'validation failed');
      return;
    case 'immutable':
      if (applyBoolean(marker, report)) addRule(schema, 'self == oldSelf', 'field is immutable');
      return;
    case 'pattern':
    case 'minLength':
    case 'maxLength':
      applyText(schema, marker, report);
      return;
    case 'minimum':
    case 'maximum':
      applyBound(schema, marker, report);
      return;
    default:
      applyList(schema, marker, report);
  }
}

function addRule(schema: Draft, rule: string, message: string): void {
  schema['x-kubernetes-validations'] = [...(schema['x-kubernetes-validations'] ?? []), { rule, message }];
}

function applyBoolean({ key, value, range }: Marker, report: ReportField): boolean {
  const parsed = parseGoBoolean(value);
  if (parsed === undefined) report('kro/marker-boolean', `${says(key, value)} is neither true nor false.`, range);
  return parsed === true;
}

function says(key: string, value: string): string {
  return `The value ${JSON.stringify(value)} of marker "${key}"`;
}

/** kro writes the text of a default into the CRD as it stands, in quotes if the type is a string: whether it is JSON is for the API server to find out. */
function applyDefault(schema: Draft, { value, range }: Marker, isLast: boolean, report: ReportField): void {
  const expected = misfit(schema.type, value);
  if (expected !== undefined) {
    report('kro/default-type', `The default ${JSON.stringify(value)} is no ${expected}.`, range);
    return;
  }
  const text = schema.type === 'string' ? `"${value}"` : value;
  // Go writes null for a text that is empty, and the API server reads that as no default.
  const parsed = text === '' ? { value: null } : parseJson(text);
  // What depends on it only asks whether there is one.
  schema.default = parsed?.value ?? null;
  if (parsed === undefined && isLast) {
    report('kro/default-not-json', `The default ${JSON.stringify(value)} gives ${text}, which is not JSON.`, range);
  }
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function misfit(type: RawSchema['type'], value: string): string | undefined {
  if (type === 'integer' && parseGoInteger(value) === undefined) return 'integer';
  if (type === 'number' && parseGoFloat(value) === undefined) return 'number';
  return type === 'boolean' && parseGoBoolean(value) === undefined ? 'boolean' : undefined;
}

function applyEnum(schema: Draft, { value, range }: Marker, report: ReportField): void {
  const names = value.split(',').map((name) => name.trim());
  if (names.includes('')) {
    report('kro/enum-values', `The enumeration ${JSON.stringify(value)} has an empty value.`, range);
  } else if (schema.type === 'string') schema.enum = names;
  else if (schema.type !== 'integer') {
    report(
      'kro/enum-values',
      `The marker "enum" is for strings and integers, not for type "${typeName(schema)}".`,
      range,
    );
  } else {
    const wrong = names.find((name) => parseGoInteger(name) === undefined);
    if (wrong === undefined) schema.enum = names.map(Number);
    else report('kro/enum-values', `The value "${wrong}" of the enumeration is no integer.`, range);
  }
}

function typeName({ type }: RawSchema): string {
  return type ?? 'none';
}
