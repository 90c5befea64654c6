/**
 * What the parser does not know of CEL, and reads instead. Each stands in the same place and is as long as what it stands
 * for, so places stay what they are; `readTree` puts back what was written.
 */
export type StandIn =
  /** `[!a]` for `[?a]`: an optional entry of a list or map. A negation takes as little of what follows. */
  | 'optional'
  /** A plain name for a name in backticks. */
  | 'name'
  /** `05` for `.5`. */
  | 'fraction'
  /** ` r"…"` for `br"…"`. */
  | 'bytes'
  /** ` a` for `.a`, which is a variable of the outermost scope. */
  | 'outermost';

export interface AdaptedSource {
  readonly text: string;
  /** By the place where each begins. */
  readonly standIns: ReadonlyMap<number, StandIn>;
}

const unknownToParser = /[[{,]\s*\?|`|(?:^|[^\w)\]"'.\s])\s*\.\w|[bB][rR]["']/;
/** In order: a comment, a string with its prefix, a name in backticks, a word or number, any other character. */
const token =
  /\/\/[^\n]*|[bBrR]{0,2}(?:"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|`[^`\n]*`|\w+|\S/g;

export function adaptSource(source: string): AdaptedSource {
  const standIns = new Map<number, StandIn>();
  if (!unknownToParser.test(source)) return { text: source, standIns };
  let text = '';
  let before = '';
  let openedIndex = false;
  for (const { 0: word, index } of source.matchAll(token)) {
    text += source.slice(text.length, index);
    const standIn = standInFor(word, before, openedIndex, source[index + 1]);
    if (standIn !== undefined) standIns.set(index + (standIn.text.startsWith(' ') ? 1 : 0), standIn.kind);
    text += standIn?.text ?? word;
    if (word === '[') openedIndex = endsOperand(before);
    if (!word.startsWith('//')) before = word;
  }
  return { text: text + source.slice(text.length), standIns };
}

function standInFor(
  word: string,
  before: string,
  openedIndex: boolean,
  next: string | undefined,
): { kind: StandIn; text: string } | undefined {
  if (word === '?' && (before === '{' || before === ',' || (before === '[' && !openedIndex)))
    return { kind: 'optional', text: '!' };
  if (/^`[\w./ -]+`$/.test(word) && /^[.?]$/.test(before)) return { kind: 'name', text: '_'.repeat(word.length) };
  if (word === '.' && /\d/.test(next ?? '') && !goesOn(before)) return { kind: 'fraction', text: '0' };
  if (word === '.' && /[A-Za-z_]/.test(next ?? '') && !goesOn(before)) return { kind: 'outermost', text: ' ' };
  if (/^[bB][rR]["']/.test(word)) return { kind: 'bytes', text: ` r${word.slice(2)}` };
  return undefined;
}

/** What a dot may follow, or must not. */
function goesOn(word: string): boolean {
  return word === '.' || endsOperand(word);
}

function endsOperand(word: string): boolean {
  return /[\w)\]}"'`]$/.test(word) && word !== 'in';
}
