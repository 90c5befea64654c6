import { isList, isMap, type Value } from '../../cel/evaluate/value.ts';

/**
 * An object of which only what the graph writes is known: every other field of it, such as its status, is what the cluster
 * or the cloud will say. `origin` is how expressions name it: `vpc`.
 */
export function knownObject(written: Value, origin: string): Value {
  if (isList(written)) return written.map((item, index) => knownObject(item, `${origin}[${index}]`));
  if (!isMap(written)) return written;
  const known = new Map([...written].map(([key, value]) => [key, knownObject(value, `${origin}.${String(key)}`)]));
  return { is: 'unknown', text: `‹${origin}›`, known };
}
