/** A problem of a YAML text; offsets into it. */
export interface YamlProblem {
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly notes?: readonly { readonly message: string; readonly start: number; readonly end: number }[];
  readonly help?: string;
}

export const MAX_DEPTH = 64;

export function tooDeep(start: number): YamlProblem {
  return { code: 'yaml/too-deep', message: `Nested deeper than ${MAX_DEPTH} levels.`, start, end: start + 1 };
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

/** For messages: at most 60 characters. */
export function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
