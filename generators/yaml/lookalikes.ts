/** Characters that look like one that has a meaning in YAML, or in a name, and come with a copied text. */
const lookalikes: ReadonlyMap<string, readonly [name: string, meant: string]> = new Map([
  ['\u00a0', ['no-break space', ' ']],
  ['\u2007', ['figure space', ' ']],
  ['\u202f', ['narrow no-break space', ' ']],
  ['\u3000', ['ideographic space', ' ']],
  ['\u2010', ['hyphen', '-']],
  ['\u2011', ['no-break hyphen', '-']],
  ['\u2012', ['figure dash', '-']],
  ['\u2013', ['en dash', '-']],
  ['\u2014', ['em dash', '-']],
  ['\u2212', ['minus sign', '-']],
  ['\u2018', ['left quotation mark', "'"]],
  ['\u2019', ['right quotation mark', "'"]],
  ['\u201c', ['left double quotation mark', '"']],
  ['\u201d', ['right double quotation mark', '"']],
  ['\uff1a', ['full-width colon', ':']],
]);

export interface Lookalike {
  readonly index: number;
  /** Such as `a no-break space (U+00A0)`. */
  readonly name: string;
  /** The character for which it is taken. */
  readonly meant: string;
}

/** The first such character of a text. */
export function lookalikeIn(text: string): Lookalike | undefined {
  const index = [...lookalikes.keys()].reduce((first, character) => {
    const found = text.indexOf(character);
    return found !== -1 && (first === -1 || found < first) ? found : first;
  }, -1);
  const [name, meant] = lookalikes.get(text.charAt(index)) ?? [];
  if (name === undefined || meant === undefined) return undefined;
  const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0');
  return { index, name: `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name} (U+${code})`, meant };
}
