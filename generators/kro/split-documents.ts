import type { Source } from '../source/source.ts';

/**
 * The documents of a file, each as a source of its own in which all other lines are empty: offsets, lines and columns are
 * those of the file.
 */
export function splitDocuments({ path, text }: Source): readonly Source[] {
  if (!/^---/m.test(text)) return [{ path, text }];
  const starts = [...text.matchAll(/^---(?=[ \t\r\n]|$)/gm)].map(({ index }) => index);
  const cuts = [...new Set([0, ...starts, text.length])];
  return cuts.slice(0, -1).flatMap((start, at) => {
    const end = cuts[at + 1] ?? text.length;
    const part = text.slice(start, end);
    if (part.replace(/^---/, '').replace(/#.*$/gm, '').trim() === '') return [];
    const body = part.replace(/^---/, '   ');
    return [{ path, text: blank(text.slice(0, start)) + body + blank(text.slice(end)) }];
  });
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ');
