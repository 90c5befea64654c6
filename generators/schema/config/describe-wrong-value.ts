import { formatPath, type Path } from '../../source/path.ts';
import { nearestName } from '../../util/did-you-mean.ts';
import { describePattern } from './describe-pattern.ts';
import { branchesOf, describeType, describeValue, hasType, quoted } from './describe-value.ts';
import { type JsonSchema, typeOf } from './json-schema.ts';
import { repairText } from './repair-text.ts';
import type { ValueProblem } from './value-problem.ts';

type Told = Omit<ValueProblem, 'path' | 'at'>;

/** What is wrong with a value that its schema does not allow; undefined where it is something below it or unknown here. */
export function describeWrongValue(
  path: Path,
  schema: JsonSchema,
  value: unknown,
  written?: string,
): ValueProblem | undefined {
  const name = path.length === 0 ? 'The file' : `"${formatPath(path)}"`;
  const told = whatFails(name, schema, value, written);
  return told && { ...told, path, at: 'value' };
}

function whatFails(name: string, schema: JsonSchema, value: unknown, written?: string): Told | undefined {
  const [branch, ...others] = branchesOf(schema).filter((one) => hasType(one, value));
  if (branch !== undefined) return others.length === 0 ? failedRule(name, branch, value) : undefined;
  return schema.enum === undefined
    ? wrongType(name, schema, value, written)
    : notOneOf(name, schema.enum, value, written);
}

function wrongType(name: string, schema: JsonSchema, value: unknown, written: string | undefined): Told {
  const help = helpForType(typeOf(branchesOf(schema)[0] ?? {}), value, written);
  return {
    code: 'schema/wrong-type',
    message: `${name} must be ${describeType(schema)}, found ${describeValue(value, written)}.`,
    ...(help !== undefined && { help }),
  };
}

const booleanWords: Readonly<Record<string, string>> = {
  yes: 'true',
  on: 'true',
  y: 'true',
  true: 'true',
  no: 'false',
  off: 'false',
  n: 'false',
  false: 'false',
};

function helpForType(expected: string | undefined, value: unknown, written: string | undefined): string | undefined {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean'))
    return `Put it in quotes: "${written ?? value}".`;
  if (typeof value === 'string') {
    const word = booleanWords[value.toLowerCase()];
    if (expected === 'boolean' && word !== undefined && Object.hasOwn(booleanWords, value.toLowerCase()))
      return `Write ${word}, without quotes.`;
    if ((expected === 'integer' || expected === 'number') && /^[0-9.]+$/.test(value)) return 'Write it without quotes.';
    if (expected === 'array')
      return value.startsWith('-')
        ? 'Put a space after each dash.'
        : `Write a list: [${value.length <= 40 ? value : '…'}].`;
  }
  if (expected === 'object' && Array.isArray(value)) return 'Write "name: value" lines without dashes.';
  return undefined;
}

function notOneOf(name: string, allowed: readonly unknown[], value: unknown, written: string | undefined): Told {
  const values = allowed.filter((one) => one !== null);
  const list = values.map((one) => (typeof one === 'string' ? quoted(one) : String(one)));
  const texts = values.filter((one) => typeof one === 'string');
  const nearest =
    typeof value === 'number'
      ? nearestNumber(
          value,
          values.filter((one) => typeof one === 'number'),
        )
      : typeof value === 'string'
        ? nearestName(value, texts)
        : undefined;
  const meant = typeof nearest === 'string' ? quoted(nearest) : nearest;
  return {
    code: 'schema/not-one-of',
    message: `${name} cannot be ${typeof value === 'string' ? quoted(value) : describeValue(value, written)}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`,
    help: list.length === 1 ? `Only ${list[0]} is allowed.` : `Allowed: ${list.join(', ')}.`,
  };
}

function nearestNumber(value: number, allowed: readonly number[]): number | undefined {
  let best: number | undefined;
  for (const one of allowed) if (best === undefined || Math.abs(one - value) < Math.abs(best - value)) best = one;
  return best;
}

/** The first rule of a schema of the right type that the value breaks. */
function failedRule(name: string, schema: JsonSchema, value: unknown): Told | undefined {
  const allowed = schema.const === undefined ? schema.enum : [schema.const];
  if (allowed !== undefined && !allowed.includes(value)) return notOneOf(name, allowed, value, undefined);
  if (typeof value === 'number') return outOfRange(name, value, 'is', '', schema.minimum, schema.maximum);
  if (Array.isArray(value)) {
    const unit = value.length === 1 ? ' item' : ' items';
    return outOfRange(name, value.length, 'has', unit, schema.minItems, schema.maxItems);
  }
  if (typeof value !== 'string') return undefined;
  const length = [...value].length;
  const tooLong = outOfRange(
    name,
    length,
    'has',
    length === 1 ? ' character' : ' characters',
    schema.minLength,
    schema.maxLength,
  );
  if (tooLong !== undefined) return tooLong;
  if (schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(value)) return undefined;
  const meaning =
    schema.patternMeaning ??
    describePattern(schema.pattern) ??
    likeExample(schema) ??
    `text that matches ${schema.pattern}`;
  const help = repairText(schema.pattern, value);
  return {
    code: 'schema/wrong-format',
    message: `${name} must be ${meaning}, found ${quoted(value)}.`,
    ...(help !== undefined && { help }),
  };
}

function outOfRange(
  name: string,
  is: number,
  verb: string,
  unit: string,
  least?: number,
  most?: number,
): Told | undefined {
  const code = 'schema/out-of-range';
  if (least !== undefined && is < least)
    return { code, message: `${name} ${verb} ${is}${unit}, but ${least} is the least.` };
  if (most !== undefined && is > most)
    return { code, message: `${name} ${verb} ${is}${unit}, but ${most} is the most.` };
  return undefined;
}

function likeExample({ examples }: JsonSchema): string | undefined {
  return typeof examples?.[0] === 'string' ? `text such as ${quoted(examples[0])}` : undefined;
}
