import { shorten } from '../../source/shorten.ts';
import { limits } from '../../util/limits.ts';
import type { ToldError } from '../tell-syntax-error.ts';

/** A problem of a YAML text. */
export interface YamlProblem extends ToldError {
  readonly code: string;
}

export const MAX_DEPTH = limits.depth.most;

export function tooDeep(start: number): YamlProblem {
  return { code: 'yaml/too-deep', message: `Nested deeper than ${MAX_DEPTH} levels.`, start, end: start + 1 };
}

export function tooManyMarks(start: number): YamlProblem {
  const message = `The file has more than ${limits.marks.most} words and marks.`;
  return { code: 'yaml/too-many-values', message, start, end: start + 1 };
}

export function refusedTag(text: string, [start, end]: readonly [number, number]): YamlProblem {
  return {
    code: 'yaml/tag',
    message: `The tag "${shorten(text.slice(start, end))}" is not supported.`,
    start,
    end,
    help: 'Remove it; a value that begins with "!" must be in quotes.',
  };
}
