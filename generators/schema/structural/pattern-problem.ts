import { limits } from '../../util/limits.ts';
import { readClass, readCommonEscape } from './pattern-class.ts';

/** Why Go would not compile a pattern; undefined where it would. https://pkg.go.dev/regexp/syntax */
export function patternProblem(pattern: string): string | undefined {
  const { most } = limits.patternLength;
  if (pattern.length > most) return `it has ${pattern.length} characters, and at most ${most} are read`;
  const names = new Set<string>();
  let depth = 0;
  let before: Before = 'nothing';
  let at = 0;

  while (at < pattern.length) {
    const rest = pattern.slice(at);
    const char = rest.charAt(0);
    const repetition = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})/.exec(rest);
    let problem: string | undefined;
    if (repetition !== null) {
      problem = badCount(repetition) ?? badRepetition(repetition[0], before);
      before = 'repetition';
      at += repetition[0].length;
      if (pattern[at] === '?') at += 1;
    } else if (char === '(') {
      const group = readGroup(rest, names);
      problem = group.problem;
      at += group.length;
      if (group.opens) depth += 1;
      // Flags alone are nothing to repeat; what stands before them is.
      if (group.opens) before = 'nothing';
      else if (before === 'repetition') before = 'something';
    } else if (char === ')') {
      depth -= 1;
      if (depth < 0) return 'a ")" closes nothing';
      before = 'something';
      at += 1;
    } else if (char === '|') {
      before = 'nothing';
      at += 1;
    } else {
      const one = char === '[' ? readClass(rest) : char === '\\' ? readEscape(rest) : { length: 1 };
      problem = one.problem;
      if (!rest.startsWith('\\Q\\E') || before === 'repetition') before = 'something';
      at += one.length;
    }
    if (problem !== undefined) return problem;
  }
  return depth > 0 ? 'a "(" is not closed' : undefined;
}

/** What the next repetition would repeat; a repetition itself cannot be repeated. */
type Before = 'nothing' | 'something' | 'repetition';

interface Piece {
  readonly length: number;
  readonly problem?: string;
}

const mostRepetitions = 1000;

function badRepetition(operator: string, before: Before): string | undefined {
  if (before === 'something') return undefined;
  return `"${operator}" repeats ${before === 'nothing' ? 'nothing' : 'a repetition'}`;
}

function badCount([text, least = '0', most]: RegExpExecArray): string | undefined {
  const [low, high] = [Number(least), most === undefined || most === '' ? Number(least) : Number(most)];
  return low > mostRepetitions || high > mostRepetitions || high < low ? `"${text}" is no count` : undefined;
}

function readGroup(rest: string, names: Set<string>): Piece & { readonly opens: boolean } {
  if (!rest.startsWith('(?')) return { length: 1, opens: true };
  const named = /^\(\?P?<(\w+)>/.exec(rest);
  if (named !== null) {
    const [{ length }, name = ''] = named;
    if (names.has(name)) return { length, opens: true, problem: `two groups are called "${name}"` };
    names.add(name);
    return { length, opens: true };
  }
  const flags = /^\(\?(?:[imsU]+(?:-[imsU]+)?|-[imsU]+)?:/.exec(rest) ?? /^\(\?(?:[imsU]*(?:-[imsU]+)?)\)/.exec(rest);
  if (flags !== null) return { length: flags[0].length, opens: flags[0].endsWith(':') };
  return { length: 2, opens: true, problem: `Go has no "${rest.slice(0, 4)}"` };
}

function readEscape(rest: string): Piece {
  if (rest.startsWith('\\Q')) {
    const end = rest.indexOf('\\E');
    return { length: end < 0 ? rest.length : end + 2 };
  }
  if (/^\\[AzbB]/.test(rest)) return { length: 2 };
  return readCommonEscape(rest);
}
