import type { Document, YAMLError } from 'yaml';
import { shorten } from '../source/shorten.ts';
import { lookalikeIn } from './lookalikes.ts';
import { flowCollectionAt, quotedScalarAt } from './node-at.ts';

/** An error in plain language, at the place where a person repairs it; offsets into the text. */
export interface ToldError {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly notes?: readonly { readonly message: string; readonly start: number; readonly end: number }[];
  readonly help?: string;
}

/** A line of the text around an offset. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const lineBreak = text.indexOf('\n', offset);
  const line = text.slice(start, lineBreak === -1 ? text.length : lineBreak).trimEnd();
  return { start, end: start + line.length, text: line };
}

/** The next line with content from an offset on: errors of indentation are told at what is indented. */
function contentFrom(text: string, offset: number): Line {
  const first = offset + text.slice(offset).search(/\S|$/);
  const { end } = lineAt(text, first);
  return { start: first, end: Math.max(end, first), text: text.slice(first, end) };
}

function tabIndentation(text: string, at: number): ToldError {
  const tab = text.indexOf('\t', lineAt(text, at).start);
  const others = text.slice(lineAt(text, tab).end).match(/^ *\t\s*\S/gm)?.length ?? 0;
  const more = others === 0 ? '' : others === 1 ? ', and on one more line' : `, and on ${others} more lines`;
  const width = /^\t+/.exec(text.slice(tab))?.[0].length ?? 1;
  return {
    message: `A tab is used for indentation here${more}.`,
    start: tab,
    end: tab + width,
    help: 'Indent with spaces.',
  };
}

function unclosedFlow(text: string, at: number, document: Document.Parsed): ToldError | undefined {
  const open = flowCollectionAt(document, Math.min(at, text.length));
  if (open === undefined) return undefined;
  const closing = text[open] === '{' ? '}' : ']';
  const here = contentFrom(text, at);
  const place = { start: open, end: open + 1 };
  const notes =
    here.text === '' ? [] : [{ message: 'It should be closed before this', start: here.start, end: here.end }];
  return { ...place, message: `This "${text[open]}" is not closed by a "${closing}".`, notes };
}

function unclosedQuote(text: string, at: number, document: Document.Parsed): ToldError | undefined {
  const open = quotedScalarAt(document, at);
  if (open === undefined) return undefined;
  return {
    start: open,
    end: open + 1,
    message: `This ${text[open] === '"' ? 'double' : 'single'} quote is never closed.`,
  };
}

function colonExpected(text: string, at: number): ToldError {
  const { start, end, text: line } = contentFrom(text, at);
  const squeezed = /^[^\s"'#:]+:(?=[^\s:/])/.exec(line);
  if (squeezed !== null) {
    const colon = start + squeezed[0].length - 1;
    return { start: colon, end: colon + 1, message: 'A space is missing after this colon.' };
  }
  return { start, end, message: `Expected "key: value", found "${shorten(line)}".` };
}

function nestedMapping(text: string, at: number): ToldError {
  const line = contentFrom(text, at);
  if (/:(\s|$)/.test(line.text)) {
    const help = 'Put the value in quotes, or begin a new line after the first colon.';
    return { start: line.start, end: line.end, message: 'There are two keys on this line.', help };
  }
  const below = contentFrom(text, line.end);
  const message = 'This line is indented as if it belonged to the key above, which has a value already.';
  return { start: below.start, end: below.end, message };
}

function blockInFlow(text: string, at: number): ToldError {
  const { start, end, text: line } = contentFrom(text, at);
  if (line.startsWith('-')) {
    return { start, end: start + 1, message: 'A list with dashes cannot stand within brackets or braces.' };
  }
  return { start, end, message: 'A comma is missing between these items.' };
}

function unexpected(text: string, at: number, document: Document.Parsed): ToldError {
  const { start, text: line } = contentFrom(text, at);
  const word = /^([\][{},:]|[^\s\][{},]+)/.exec(line)?.[0] ?? '';
  if (word === '') return { start, end: start, message: 'The file ends too early.' };
  if (!/^[\]},:]/.test(word) && flowCollectionAt(document, start) !== undefined) {
    return { start, end: start + word.length, message: 'A comma is missing before this.' };
  }
  const before = text.slice(0, start).trimEnd().at(-1);
  const help =
    before === '"' || before === "'"
      ? 'Put the whole value in quotes; a quote inside of single quotes is written twice.'
      : word === '-'
        ? 'Begin a list on a line of its own.'
        : undefined;
  const told = { start, end: start + word.length, message: `Did not expect "${shorten(word)}" here.` };
  return help === undefined ? told : { ...told, help };
}

/** Whether somebody used tabs, whatever the library says of it. */
export const isIndentedByTab = ({ code, pos: [at] }: YAMLError, text: string): boolean =>
  code === 'TAB_AS_INDENT' || /^ *\t/.test(lineAt(text, at).text);

/** The lines that a merge of Git leaves; what the parser says of them says nothing. */
function mergeMarker(text: string): ToldError | undefined {
  const found = /^(?:<{7}|={7}|>{7})(?: .*|\r?)$/m.exec(text);
  if (found === null) return undefined;
  const marker = found[0].trimEnd();
  return {
    start: found.index,
    end: found.index + marker.length,
    message: `A merge left its marker "${shorten(marker)}" here.`,
    help: 'Keep one of the two sides, and remove the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`.',
  };
}

/** A character on the line of the error that looks like another one. */
function lookalike(text: string, at: number): ToldError | undefined {
  const line = lineAt(text, Math.min(at, Math.max(0, text.trimEnd().length - 1)));
  const found = lookalikeIn(line.text.replace(/#.*$/, ''));
  if (found === undefined) return undefined;
  const start = line.start + found.index;
  return { start, end: start + 1, message: `There is ${found.name} here.`, help: `Write "${found.meant}".` };
}

/** A line that stands further to the left than those that it seems to belong to, or to the right. */
function wrongIndentation(text: string, at: number): ToldError {
  const line = contentFrom(text, at);
  const above = text.slice(0, lineAt(text, line.start).start).trimEnd();
  const width = /^ */.exec(lineAt(above, above.length).text)?.[0].length ?? 0;
  const unit = width === 1 ? '1 space' : `${width} spaces`;
  return {
    start: line.start,
    end: line.end,
    message: 'This line is indented differently from those that it belongs to.',
    help: `Indent it by ${unit}, as the line above.`,
  };
}

/** What an error of the YAML library means. */
export function tellSyntaxError(error: YAMLError, text: string, document: Document.Parsed): ToldError {
  const {
    code,
    message,
    pos: [start, end],
  } = error;
  if (isIndentedByTab(error, text)) return tabIndentation(text, start);
  const character = mergeMarker(text) ?? lookalike(text, start);
  if (character !== undefined) return character;
  const asItIs = { start, end: Math.max(start, Math.min(end, lineAt(text, start).end)), message: `${message}.` };
  switch (code) {
    case 'BAD_INDENT':
      if (/must be sufficiently indented/.test(message)) return unclosedFlow(text, start, document) ?? asItIs;
      return wrongIndentation(text, start);
    case 'MISSING_CHAR':
      if (/must end with/.test(message)) return unclosedFlow(text, start, document) ?? asItIs;
      if (/closing .quote/.test(message)) return unclosedQuote(text, start, document) ?? asItIs;
      if (/^Implicit map keys/.test(message)) return colonExpected(text, start);
      if (/^Comments must/.test(message)) return { ...asItIs, message: 'A comment needs a space before its "#".' };
      return asItIs;
    case 'MULTILINE_IMPLICIT_KEY':
      return colonExpected(text, start);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return nestedMapping(text, start);
    case 'BLOCK_IN_FLOW':
      return blockInFlow(text, start);
    case 'BAD_SCALAR_START': {
      const help = 'Put it in quotes.';
      return { ...asItIs, message: `A value cannot begin with "${text[start]}" unless it is in quotes.`, help };
    }
    case 'BAD_DQ_ESCAPE': {
      const help = 'Use single quotes, or write the backslash twice.';
      return { ...asItIs, message: `"${text.slice(start, start + 2)}" is no escape sequence.`, help };
    }
    case 'UNEXPECTED_TOKEN':
      return unexpected(text, start, document);
    default:
      return asItIs;
  }
}
