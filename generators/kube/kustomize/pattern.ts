import type { ForeignPatterns } from '../../schema/structural/foreign-patterns.ts';

export interface WholeMatch {
  /** Undefined where that cannot be found out here. */
  test(text: string): boolean | undefined;
}

/** A pattern that must fit a whole text. Kustomize takes many names for patterns; those need no engine. */
export function wholeMatch(patterns: ForeignPatterns, name: string, rest = ''): WholeMatch {
  if (isPlain.test(name)) return new RegExp(`^(?:${name.replaceAll('.', '[^\\n]')}${rest})$`, 'u');
  const pattern = patterns(name + rest);
  return { test: (text) => pattern.testWhole(text) };
}

const isPlain = /^[\w./:@-]*$/;
