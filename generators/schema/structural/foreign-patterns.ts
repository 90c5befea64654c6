import { RE2JS } from 're2js';
import { limits } from '../../util/limits.ts';
import { patternSize } from './pattern-size.ts';
import type { TextPattern } from './text-pattern.ts';

/** What compiling one part costs, in steps of matching. */
const compileSteps = 2000;

export interface ForeignPattern extends TextPattern {
  /** The whole text must match. */
  testWhole(text: string): boolean | undefined;
  /** The parts that match, from left to right, at most so many. */
  find(text: string, most: number): readonly string[] | undefined;
}

export type ForeignPatterns = (source: string) => ForeignPattern;

/**
 * For patterns that others wrote. They run in RE2, as in Go: the time grows with the length of the text, whatever the pattern.
 * One reader is for one file or schema; it keeps what it compiled, and when its patterns have taken too many steps it answers
 * undefined.
 */
export function foreignPatterns(): ForeignPatterns {
  const known = new Map<string, ForeignPattern>();
  let left = limits.patternSteps.most;

  function spend(steps: number): boolean {
    left -= steps;
    return left >= 0;
  }

  function make(source: string): ForeignPattern {
    const size = source.length > limits.patternLength.most ? Number.POSITIVE_INFINITY : patternSize(source);
    let compiled: RE2JS | undefined;
    const tried = <Result>(text: string, run: (pattern: RE2JS) => Result): Result | undefined => {
      if (size > limits.patternSize.most || !spend(size * (text.length + 1))) return undefined;
      if (compiled === undefined) {
        if (!spend(size * compileSteps)) return undefined;
        compiled = compile(source);
      }
      return compiled && run(compiled);
    };
    return {
      source,
      test: (text) => tried(text, (pattern) => pattern.test(text)),
      testWhole: (text) => tried(text, (pattern) => pattern.testExact(text)),
      find: (text, most) => tried(text, (pattern) => found(pattern, text, most)),
    };
  }

  return (source) => {
    const pattern = known.get(source) ?? make(source);
    known.set(source, pattern);
    return pattern;
  };
}

function compile(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(source);
  } catch {
    // It says so by exceptions of several classes, all of them about the pattern.
    return undefined;
  }
}

function found(pattern: RE2JS, text: string, most: number): readonly string[] {
  const matches: string[] = [];
  for (const [match] of pattern.matchAll(text)) {
    if (matches.length >= most) break;
    matches.push(match);
  }
  return matches;
}
