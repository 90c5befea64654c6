import { isQuantity, stringFormat } from './string-format.ts';
import type { SchemaNode } from './structural-schema.ts';
import { listNames, nameChoice, nameValue, report, type Walk } from './violation.ts';

const int32 = { least: -(2 ** 31), most: 2 ** 31 - 1 };
/** The last bit is beyond what a number of this language holds. */
const int64 = { least: -(2 ** 63), most: 2 ** 63 };

export function checkString(text: string, node: SchemaNode, walk: Walk): void {
  const { raw, pattern } = node;
  if (node.type === 'quantity' && !isQuantity(text))
    report(walk, `${nameValue(text)} is not a quantity such as "500m" or "2Gi".`);
  if (raw.enum !== undefined) checkEnum(text, raw.enum, walk);
  checkLength(text, raw.minLength, raw.maxLength, walk);
  if (pattern !== undefined) {
    const matches = pattern.test(text);
    const misses = matches === undefined ? 'could not be held against' : 'does not match';
    if (matches !== true) report(walk, `${nameValue(text)} ${misses} ${pattern.source}.`);
  }
  const format = raw.format === undefined ? undefined : stringFormat(raw.format);
  if (format !== undefined && !format.fits(text)) report(walk, `${nameValue(text)} is not ${format.says}.`);
}

export function checkNumber(value: number, node: SchemaNode, walk: Walk): void {
  const { raw, type } = node;
  if (raw.enum !== undefined) checkEnum(value, raw.enum, walk);
  if (type === 'integer' || type === 'intOrString') {
    const range = raw.format === 'int32' ? int32 : int64;
    if (value < range.least || value > range.most) {
      report(walk, `${value} does not fit ${range === int32 ? 'a 32-bit' : 'a 64-bit'} integer.`);
    }
  }
  const { minimum, maximum, multipleOf } = raw;
  if (minimum !== undefined && (value < minimum || (raw.exclusiveMinimum === true && value === minimum))) {
    report(walk, `${value} is too small; it must be ${raw.exclusiveMinimum ? 'more than' : 'at least'} ${minimum}.`);
  }
  if (maximum !== undefined && (value > maximum || (raw.exclusiveMaximum === true && value === maximum))) {
    report(walk, `${value} is too large; it must be ${raw.exclusiveMaximum ? 'less than' : 'at most'} ${maximum}.`);
  }
  if (multipleOf !== undefined && !Number.isInteger(value / multipleOf))
    report(walk, `${value} is not a multiple of ${multipleOf}.`);
}

function checkEnum(value: string | number, allowed: readonly unknown[], walk: Walk): void {
  if (allowed.includes(value)) return;
  const names = allowed.filter((name): name is string => typeof name === 'string' && name !== '');
  const nearest = allowed.length > 6 ? nameChoice(String(value), names) : '.';
  report(walk, `${nameValue(value)} is not one of ${listNames(names.length > 0 ? names : allowed)}${nearest}`);
}

function checkLength(text: string, least: number | undefined, most: number | undefined, walk: Walk): void {
  if (least === undefined && most === undefined) return;
  let length = 0;
  for (const _ of text) length++;
  if (least !== undefined && length < least) {
    report(
      walk,
      least === 1
        ? 'The text "" is empty.'
        : `${nameValue(text)} has ${length} characters; at least ${least} are needed.`,
    );
  }
  if (most !== undefined && length > most)
    report(walk, `${nameValue(text)} has ${length} characters; at most ${most} are allowed.`);
}
