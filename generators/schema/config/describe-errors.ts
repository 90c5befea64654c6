import { formatPath, type Path, valueAt } from '../../source/path.ts';
import { nearestName } from '../../util/did-you-mean.ts';
import { describePattern } from './describe-pattern.ts';
import { describeUnknownKey } from './describe-unknown-key.ts';
import { branchesOf, quoted } from './describe-value.ts';
import { describeWrongValue } from './describe-wrong-value.ts';
import type { JsonSchema } from './json-schema.ts';
import { repairText } from './repair-text.ts';
import type { ValueProblem, WrittenText } from './value-problem.ts';

/** What is used of an error of an ajv validator with `allErrors`. */
export interface ValidationError {
  /** JSON pointer. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Turns what a validator says about a value into one problem for each mistake. The schema is the one that the validator
 * was made of, defaults and prose aside.
 */
export function describeErrors(
  errors: readonly ValidationError[],
  schema: JsonSchema,
  value: unknown,
  written: WrittenText = () => undefined,
): readonly ValueProblem[] {
  const groups = new Map<string, ValidationError[]>();
  for (const error of errors) {
    const group = groups.get(error.instancePath);
    if (group === undefined) groups.set(error.instancePath, [error]);
    else group.push(error);
  }
  return [...groups].flatMap(([pointer, group]) => {
    const path = pathOf(pointer, value);
    return problemsAt(group, path, schema, valueAt(value, path), written);
  });
}

/** All errors at one value. */
function problemsAt(
  errors: readonly ValidationError[],
  path: Path,
  root: JsonSchema,
  value: unknown,
  written: WrittenText,
): readonly ValueProblem[] {
  const schema = schemaAt(root, path);
  const problems: ValueProblem[] = [];
  const missing = new Set<string>();
  const unknown: string[] = [];
  let ofValue: string | undefined;
  let ofName = false;
  for (const { keyword, params } of errors) {
    if (keyword === 'required') missing.add(String(params.missingProperty));
    else if (keyword === 'additionalProperties') unknown.push(String(params.additionalProperty));
    else if (keyword === 'propertyNames') {
      ofName = true;
      problems.push(wrongName(path, String(params.propertyName), schema));
    } else ofValue = keyword;
  }
  for (const key of unknown) {
    problems.push(describeUnknownKey(path, key, schema, root));
    // A field that is misspelt is not missing besides.
    const meant = nearestName(key, missing);
    if (meant !== undefined) missing.delete(meant);
  }
  for (const name of missing) problems.push(missingField(path, name, schema));
  if (ofValue !== undefined) {
    const told = describeWrongValue(path, schema, value, written(path));
    if (told !== undefined) problems.push(told);
    // What is wrong with a name is told as an error of the map besides.
    else if (!ofName) problems.push(brokenRule(path, ofValue));
  }
  return problems;
}

function brokenRule(path: Path, keyword: string): ValueProblem {
  const message = `"${formatPath(path)}" is not valid: it breaks the rule "${keyword}" of the schema.`;
  return { code: 'schema/wrong-format', path, at: 'value', message };
}

function missingField(path: Path, name: string, schema: JsonSchema): ValueProblem {
  const { description, examples } = schema.properties?.[name] ?? {};
  const example = examples === undefined ? undefined : `Example: ${name}: ${JSON.stringify(examples[0])}`;
  const help = [description, example].filter((part) => part !== undefined).join(' ');
  return {
    code: 'schema/missing-field',
    path,
    missing: name,
    at: 'key',
    message: `"${formatPath([...path, name])}" is missing.`,
    ...(help !== '' && { help }),
  };
}

function wrongName(path: Path, name: string, { propertyNames }: JsonSchema): ValueProblem {
  const meaning = propertyNames?.patternMeaning ?? describePattern(propertyNames?.pattern ?? '');
  const rule = meaning === undefined ? `must match ${propertyNames?.pattern ?? 'the schema'}` : `must be ${meaning}`;
  const where = path.length === 0 ? '' : ` in "${formatPath(path)}"`;
  const at = { path: [...path, name], at: 'key' } as const;
  const { length } = [...name];
  const most = propertyNames?.maxLength ?? length;
  if (length > most) {
    const message = `The name ${quoted(name)}${where} has ${length} characters, but ${most} is the most.`;
    return { ...at, code: 'schema/out-of-range', message };
  }
  const help = repairText(propertyNames?.pattern ?? '', name);
  return {
    ...at,
    code: 'schema/wrong-format',
    message: `The name ${quoted(name)}${where} ${rule}.`,
    ...(help !== undefined && { help }),
  };
}

/** The schema of what stands at a path; one that allows anything where the path leads out of it. */
function schemaAt(root: JsonSchema, path: Path): JsonSchema {
  let schema: JsonSchema | undefined = root;
  for (const segment of path) {
    schema = branchesOf(schema)
      .map((branch) => partAt(branch, segment))
      .find((part) => part !== undefined);
    if (schema === undefined) return {};
  }
  return schema;
}

function partAt(
  { properties, additionalProperties, items }: JsonSchema,
  segment: string | number,
): JsonSchema | undefined {
  if (typeof segment === 'number') return items;
  if (properties !== undefined && Object.hasOwn(properties, segment)) return properties[segment];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

/** A JSON pointer as a path: whether a segment is an index depends on the value. */
function pathOf(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  let value = root;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const segment = Array.isArray(value) ? Number(name) : name;
    path.push(segment);
    value = valueAt(value, [segment]);
  }
  return path;
}
