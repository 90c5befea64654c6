import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import type { Path } from '../../source/path.ts';
import { byCodePoint } from '../../util/code-point-order.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { limits } from '../../util/limits.ts';
import { isMap, type PlainMap, sortOf } from '../../util/plain-map.ts';
import { applyMarkers, type Draft } from './apply-markers.ts';
import { expandedSize } from './expanded-size.ts';
import { parseMarkers } from './parse-markers.ts';
import { type FieldType, parseType } from './parse-type.ts';
import type { ReportField, SchemaProblem } from './schema-problem.ts';

export interface SpecSchema {
  readonly schema: RawSchema;
  /** Where there are any, kro refuses the graph; what they are about is an unknown value in `schema`. */
  readonly problems: readonly SchemaProblem[];
}

interface Field {
  readonly schema: RawSchema;
  readonly required: boolean;
}

/** kro has no such bound; nothing that people write comes near it. */
const mostOpen = 200;

/** Stands for what could not be read: CEL takes it for something dynamic. */
const unknown: RawSchema = { 'x-kubernetes-int-or-string': true };

/**
 * The structural schema that kro makes of `spec` and `types`, both SimpleSchema trees: a leaf is `type | marker=value …`, a
 * branch is a struct. https://kro.run/docs/concepts/rgd/schema
 */
export function specSchema(spec: unknown, types: unknown): SpecSchema {
  const problems: SchemaProblem[] = [];
  const customTypes = new Map(isMap(types) ? Object.entries(types) : []);
  const known = new Map<string, Field>();
  const open: string[] = [];

  function reporter(path: Path): ReportField {
    return (code, message, range) => problems.push({ code, message, path, ...(range && { range }) });
  }

  /** Of a custom type; undefined where it has none, which was reported. */
  function resolve(name: string, range: readonly [number, number], report: ReportField): Field | undefined {
    const found = known.get(name);
    if (found !== undefined) return found;
    if (!customTypes.has(name)) {
      const choice = [...customTypes.keys(), 'string', 'integer', 'boolean', 'float', 'object'];
      report('kro/unknown-type', `There is no type "${name}".${didYouMean(name, choice)}`, range);
      return undefined;
    }
    if (open.includes(name)) {
      const cycle = [...open.slice(open.indexOf(name)), name].join(' -> ');
      report('kro/type-cycle', `Type "${name}" is made of itself: ${cycle}.`, range);
      return undefined;
    }
    if (open.length === mostOpen) {
      report(
        'kro/deep-type',
        `Types use each other more than ${mostOpen} levels deep; this goes on with "${name}".`,
        range,
      );
      return undefined;
    }
    open.push(name);
    const field = fieldSchema(customTypes.get(name), ['types', name]);
    open.pop();
    known.set(name, field);
    return field;
  }

  function typeSchema(type: FieldType, report: ReportField): Field {
    switch (type.sort) {
      case 'atom':
        return optional({ type: type.atom === 'float' ? 'number' : type.atom });
      case 'object':
        return optional({ type: 'object', 'x-kubernetes-preserve-unknown-fields': true });
      case 'list':
        return optional({ type: 'array', items: typeSchema(type.item, report).schema });
      case 'map':
        return optional({ type: 'object', additionalProperties: typeSchema(type.value, report).schema });
      default:
        return resolve(type.name, type.range, report) ?? optional(unknown);
    }
  }

  function fieldSchema(field: unknown, path: Path): Field {
    if (isMap(field)) return optional(structSchema(field, path));
    const report = reporter(path);
    if (typeof field !== 'string') {
      report('kro/field-not-text', `Field "${path.at(-1)}" is ${sortOf(field)}; a field is a type or a map of fields.`);
      return optional(unknown);
    }
    const type = parseType(field, report);
    const markers = parseMarkers(field, report);
    if (type === undefined) return optional(unknown);
    const base = typeSchema(type, report);
    // Where its type is not known, neither is which markers it takes.
    if (markers === undefined || base.schema === unknown) return base;
    const schema: Draft = { ...base.schema };
    const { required } = applyMarkers(schema, markers, report);
    return { schema, required: required || (type.sort === 'custom' && base.required) };
  }

  function structSchema(fields: PlainMap, path: Path): RawSchema {
    const properties: Record<string, RawSchema> = Object.create(null);
    const required: string[] = [];
    let filled = false;
    for (const name of Object.keys(fields)) {
      const field = fieldSchema(fields[name], [...path, name]);
      properties[name] = field.schema;
      if (field.required) required.push(name);
      if (field.schema.default !== undefined) filled = true;
    }
    const isDefaulted = filled && required.length === 0;
    return {
      type: 'object',
      properties,
      ...(required.length > 0 && { required: required.sort(byCodePoint) }),
      ...(isDefaulted && { default: {} }),
    };
  }

  // kro builds every custom type, used or not.
  for (const name of customTypes.keys()) resolve(name, [0, name.length], reporter(['types', name]));
  const schema = structSchema(isMap(spec) ? spec : {}, ['spec']);
  const size = expandedSize(schema);
  if (size <= limits.schemaFields.most) return { schema, problems };
  const written = size < 1e6 ? String(size) : size.toExponential(0).replace('e+', ' times 10 to the power of ');
  const message = `With its types written out, the schema has ${written} fields; ${limits.schemaFields.most} are the most.`;
  const untold: RawSchema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
  return { schema: untold, problems: [...problems, { code: 'kro/large-schema', message, path: ['spec'] }] };
}

function optional(schema: RawSchema): Field {
  return { schema, required: false };
}
