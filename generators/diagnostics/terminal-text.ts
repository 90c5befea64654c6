const TAB = '    ';

/** What would move the cursor, colour the terminal, hide or reorder text. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u;
const combining = /[\p{Mn}\p{Me}]/u;
/** East Asian characters and emoji take two columns. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const plainText = /^[\x20-\x7e]*$/;

/** A character as it may be shown, and the columns that it takes. */
interface Shown {
  readonly text: string;
  readonly width: number;
}

function show(character: string): Shown {
  if (character === '\t') return { text: TAB, width: TAB.length };
  if (unprintable.test(character)) {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    const text = code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u{${code}}`;
    return { text, width: text.length };
  }
  if (combining.test(character)) return { text: character, width: 0 };
  return { text: character, width: wide.test(character) ? 2 : 1 };
}

/** Text of a file or of a message, safe to write to a terminal, in one line. */
export function terminalText(text: string): string {
  if (plainText.test(text)) return text;
  let safe = '';
  for (const character of text) safe += character === '\n' ? '\\n' : show(character).text;
  return safe;
}

export interface Frame {
  /** The line, or the part of it around the marked range. */
  readonly line: string;
  /** Spaces and carets below it. */
  readonly marks: string;
}

/**
 * A line of a file and carets below a range of it (UTF-16 offsets, end exclusive), at most `width` columns wide. There is
 * always one caret.
 */
export function frameOf(text: string, start: number, end: number, width: number): Frame {
  // Lines may be very long: only what is near the range is looked at.
  const far = 4 * width;
  const before = [...text.slice(Math.max(0, start - far), start)].map(show);
  const marked = [...text.slice(start, Math.max(start, Math.min(end, start + far)))].map(show);
  const after = [...text.slice(Math.max(start, end), start + far)].map(show);
  const all = [...before, ...marked, ...after];
  const isWhole = start <= far && text.length <= start + far && columns(all) <= width;
  // Two columns are for the dots at both ends; the marked range begins in the first third.
  const room = Math.max(8, width - 2);
  const from = isWhole ? 0 : fitBackwards(before, Math.floor(room / 3));
  const shown = isWhole ? all : fitForwards(all.slice(from), room);
  const cutsStart = from > 0 || start > far;
  const cutsEnd = from + shown.length < all.length || text.length > start + far;
  const carets = Math.max(1, columns(marked.slice(0, Math.max(0, from + shown.length - before.length))));
  return {
    line: `${cutsStart ? '…' : ''}${shown.map((one) => one.text).join('')}${cutsEnd ? '…' : ''}`,
    marks: `${' '.repeat((cutsStart ? 1 : 0) + columns(before.slice(from)))}${'^'.repeat(carets)}`,
  };
}

/** The first index from which all characters fit into a number of columns. */
function fitBackwards(characters: readonly Shown[], room: number): number {
  let from = characters.length;
  for (let used = 0; from > 0; from--) {
    used += characters[from - 1]?.width ?? 0;
    if (used > room) break;
  }
  return from;
}

/** As many characters from the first as fit into a number of columns. */
function fitForwards(characters: readonly Shown[], room: number): readonly Shown[] {
  let used = 0;
  const to = characters.findIndex(({ width }) => {
    used += width;
    return used > room;
  });
  return to === -1 ? characters : characters.slice(0, to);
}

function columns(characters: readonly Shown[]): number {
  let sum = 0;
  for (const { width } of characters) sum += width;
  return sum;
}
