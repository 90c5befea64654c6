import { isUnknownValue, type Plain, toPlain } from '../../cel/evaluate/plain-value.ts';
import { isUnknown, type Value } from '../../cel/evaluate/value.ts';
import { isMap } from '../../util/plain-map.ts';

/** A value as people and files see it: what is unknown is the text that says where it comes from. */
export function showValue(value: Value): unknown {
  if (isUnknown(value)) return value.text;
  return show(toPlain(value));
}

function show(plain: Plain): unknown {
  if (isUnknownValue(plain)) return plain.text;
  if (Array.isArray(plain)) return plain.map(show);
  if (!isMap(plain)) return plain;
  return Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, show(value as Plain)]));
}
