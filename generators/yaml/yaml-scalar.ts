/** Plain style costs nothing to read, so it is used wherever no YAML 1.1 or 1.2 reader could take it for anything but the string itself. */
const simple = /^(?![eE][0-9-])[A-Za-z_/][A-Za-z0-9_./-]*$/;
const plainCharacters = /^[A-Za-z0-9_/.$-][ -~]*$/;
const otherwiseRead = /: |:$| #| $/;
/**
 * Integers (decimal, octal, hexadecimal, binary, sexagesimal), floats, dates and times of both versions, and what looks like
 * them: some readers take even a bare exponent for a float.
 */
const numeric = /^(?:[-+.0-9][0-9a-fxo_.:,+\-\stz]*|e[-+]?[0-9]+)$/i;
const dashed = /^--[A-Za-z]/;
const words: ReadonlySet<string> = new Set([
  'y',
  'n',
  'yes',
  'no',
  'on',
  'off',
  'true',
  'false',
  'null',
  '.inf',
  '.nan',
]);
const longestWord = 5;

/** Not printable in YAML, a line break in YAML 1.1, or half of a surrogate pair. */
const unprintable = /[^\P{Cc}\t\n]|[\p{Zl}\p{Zp}\p{Cs}\ufeff\ufffe\uffff]/u;
/** Readers disagree on lines of nothing but spaces, on tabs that start a line, and on empty lines before the first text. */
const unfitForBlock = /^\n|(?:^|\n)\t|(?:^|\n) +(?:\n|$)/;
const escaped = /[\p{Cc}\p{Zl}\p{Zp}\ufeff\ufffe\uffff]/gu;

/** A string on one line: plain where that is safe, else double-quoted as in JSON. */
export function printString(text: string): string {
  return isPlain(text) ? text : quote(text);
}

/**
 * A string as a map's value or a list's item; `indent` is that of the lines of a literal block (`''` at the root of a document).
 * Never ends with a line break, unless the text ends with several.
 */
export function printText(text: string, indent: string): string {
  return text.includes('\n') && fitsBlock(text, indent) ? printBlock(text, indent) : printString(text);
}

/** JSON's form, with a fraction wherever there is an exponent: YAML 1.1 has no floats without a point. Throws for what JSON cannot say. */
export function printNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no place in a manifest`);
  const text = String(value);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}

function isPlain(text: string): boolean {
  if (text.length <= longestWord && words.has(text.toLowerCase())) return false;
  if (simple.test(text)) return true;
  if (!plainCharacters.test(text) || otherwiseRead.test(text) || numeric.test(text)) return false;
  return text.charCodeAt(0) === 0x2d ? dashed.test(text) : !text.startsWith('...');
}

function quote(text: string): string {
  return JSON.stringify(text).replace(escaped, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function fitsBlock(text: string, indent: string): boolean {
  if (unprintable.test(text) || unfitForBlock.test(text)) return false;
  return indent !== '' || !text.startsWith(' ');
}

function printBlock(text: string, indent: string): string {
  const indicator = text.startsWith(' ') ? '2' : '';
  const chomp = !text.endsWith('\n') ? '-' : text.endsWith('\n\n') ? '+' : '';
  const lines = (chomp === '' ? text.slice(0, -1) : text).split('\n');
  const margin = indent === '' ? '  ' : indent;
  let block = `|${indicator}${chomp}`;
  if (chomp === '+') lines.pop();
  for (const line of lines) block += line === '' ? '\n' : `\n${margin}${line}`;
  return block;
}
