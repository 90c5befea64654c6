import { isScalar, type ParsedNode, type Scalar } from 'yaml';
import { shorten } from '../../source/shorten.ts';
import type { YamlProblem } from './yaml-problem.ts';

// Problems of single nodes. Each function gives none where there is none.

/** A number that is not what it looks like to a person or to another reader. */
export function problemOfNumber({ value, source = '', range }: Scalar.Parsed): YamlProblem | undefined {
  const written = shorten(source);
  const message = /^[-+]?0[0-9]/.test(source)
    ? `The number ${written} would lose its leading zero.`
    : !Number.isFinite(value)
      ? `${written} is no number that can be written out.`
      : Number.isInteger(value) && !Number.isSafeInteger(value)
        ? `The number ${written} is too large to be exact.`
        : undefined;
  if (message === undefined) return undefined;
  const help = `Put it in quotes if it is a text: "${written}".`;
  return { code: 'yaml/unsafe-number', message, start: range[0], end: range[1], help };
}

/** A key that is no text, or one with a meaning of its own. */
export function problemOfKey(key: ParsedNode, inFlow: boolean): YamlProblem | undefined {
  const [start, end] = key.range;
  if (!isScalar(key)) {
    const message = 'A key must be a text, found a list, a map or an alias.';
    const help = inFlow ? 'A template such as "{{ name }}" must be in quotes.' : 'Write keys as plain words.';
    return { code: 'yaml/key-not-text', message, start, end, help };
  }
  if (typeof key.value !== 'string') {
    const written = shorten(key.source ?? '');
    const kind = key.value === null ? 'null' : `the ${typeof key.value} ${written}`;
    const help = written === '' ? 'Write a key before the colon.' : `Put it in quotes: "${written}".`;
    const message = `A key must be a text, found ${kind}.`;
    return { code: 'yaml/key-not-text', message, start, end: Math.max(end, start + 1), help };
  }
  if (key.value === '__proto__') {
    return { code: 'yaml/reserved-key', message: 'The key "__proto__" is not allowed.', start, end };
  }
  if (key.value === '<<' && key.type === 'PLAIN') {
    const message = 'Merge keys (`<<`) are not supported: they are no part of YAML 1.2.';
    const help = 'Repeat the fields, use an alias for a whole value, or put what is shared into a layer.';
    return { code: 'yaml/merge-key', message, start, end, help };
  }
  return undefined;
}

/** `{a:1}` is a map with the key `a:1` and no value. */
export function problemOfMissingSpace(key: ParsedNode): YamlProblem | undefined {
  if (!isScalar(key) || key.type !== 'PLAIN' || typeof key.value !== 'string') return undefined;
  const colon = key.value.indexOf(':');
  if (colon <= 0 || colon === key.value.length - 1) return undefined;
  const start = key.range[0] + colon;
  return { code: 'yaml/syntax', message: 'A space is missing after this colon.', start, end: start + 1 };
}

export function duplicateKey(first: ParsedNode, key: ParsedNode, name: string): YamlProblem {
  const [start, end] = key.range;
  const note = { message: 'It stands here first', start: first.range[0], end: first.range[1] };
  const message = `The key "${shorten(name)}" stands twice in this map.`;
  return { code: 'yaml/duplicate-key', message, start, end, notes: [note] };
}
