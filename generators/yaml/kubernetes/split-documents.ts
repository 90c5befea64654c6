import type { Source } from '../../source/source.ts';

/** The documents of a file that hold something. */
export function splitDocuments(file: Source): readonly Source[] {
  const { path, text } = file;
  const starts = [...text.matchAll(/^---(?=[ \t\r\n]|$)/gm)].map(({ index }) => index);
  if (starts.length === 0) return [file];
  const cuts = [...new Set([0, ...starts, text.length])];
  return cuts.slice(0, -1).flatMap((start, at) => {
    const part = text.slice(start, cuts[at + 1]).replace(/^---/, '   ');
    return isBlank(part) ? [] : [{ path, text: part, of: { file, start } }];
  });
}

const isBlank = (text: string) => text.split('\n').every((line) => /^\s*(?:#|$)/.test(line));
