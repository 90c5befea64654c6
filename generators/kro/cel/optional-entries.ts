/** A string with its quotes, or a comment: what may hold any character without meaning it. */
const quoted = /(?:"""(?:\\?[\s\S])*?"""|'''(?:\\?[\s\S])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\/[^\n]*/gy;

export interface OptionalEntries {
  /** Of the same length, in which `[!a]` stands for `[?a]`. */
  readonly source: string;
  /** Where each entry was marked. */
  readonly marks: ReadonlySet<number>;
}

/**
 * The parser does not know the optional entries of lists and maps: `[?a]`, `{?k: v}`. It reads them as a negation, which
 * stands in the same place and takes as little of what follows; the marks tell which negations were none.
 */
export function markOptionalEntries(source: string): OptionalEntries {
  const marks = new Set<number>();
  if (!/[[{,]\s*\?/.test(source)) return { source, marks };
  let before = '';
  let bracketIndexes = false;
  for (let at = 0; at < source.length; at++) {
    quoted.lastIndex = at;
    const skipped = quoted.exec(source);
    if (skipped !== null) {
      at += skipped[0].length - 1;
      if (!skipped[0].startsWith('//')) before = '"';
      continue;
    }
    const character = source[at] ?? '';
    if (/\s/.test(character)) continue;
    if (character === '?' && (before === '{' || before === ',' || (before === '[' && !bracketIndexes))) marks.add(at);
    if (character === '[') bracketIndexes = /[\w)\]}"]/.test(before);
    before = character;
  }
  return { source: [...marks].reduce((text, at) => `${text.slice(0, at)}!${text.slice(at + 1)}`, source), marks };
}
