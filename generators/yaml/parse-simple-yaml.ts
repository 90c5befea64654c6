/** Returned by the reader for a text that is for the general parser; no value is ever this symbol. */
const unfit = Symbol('unfit');
type Read = unknown | typeof unfit;

const fits = /^[\x20-\x7e\n]*$/;
/** Lines with nothing to read, up to the indentation of the next one that has something. */
const gap = /(?: *(?:#[^\n]*)?\n)* */y;
const blockKey = /([A-Za-z_][\w./-]{0,99}):(?= |\n)/y;
const flowKey = /([A-Za-z_][\w./-]{0,99}): +/y;
const dash = /- +/y;
const spaces = / */y;
/** A comment needs a space before it. */
const endOfLine = / *(?: #[^\n]*)?\n/y;
const quoted = /"[^"\\\n]*"|'[^'\n]*'(?!')/y;
/** Escapes that JSON has too, with the same meaning. */
const escaped = /"(?:[^"\\\n]|\\["\\nt])*"/y;
/** The rest of a line that is text in every reading: it begins with a letter or a slash, or is an expression of kro. */
const lineOfText = /(?:[A-Za-z_/]|\$\{)(?:[^\n:#]|:(?=\S))*/y;
const plain = /[A-Za-z0-9_/][\w./@+=:-]*/y;

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);
const integer = /^(?:0|[1-9][0-9]{0,14})$/;
/** An address with a prefix length or a version: begins with a digit and is no number in any reading. */
const dotted = /^[0-9.]+\/[0-9]+$|^[0-9]+\.[0-9]+\.[\w.+-]*$/;
const deepest = 20;
/** What is longer may hold more values than are allowed, which the general parser counts. */
const longest = 20_000;

const [QUOTE, APOSTROPHE, DASH, OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP, COMMA] = [...'"\'-[]{},'].map((char) =>
  char.charCodeAt(0),
);

/** What is read besides, or left to the general parser. */
export interface SimpleDialect {
  /** Texts of several words, expressions in `${…}`, and quoted texts with escapes. */
  readonly texts: boolean;
  /** Words that are no text, as a value or as a key. */
  readonly words?: RegExp;
  readonly longest: number;
}

const configYaml: SimpleDialect = { texts: false, longest };

/** YAML 1.1, as an API server and kubectl read it. */
export const kubernetesYaml: SimpleDialect = { texts: true, words: /^(?:y|yes|n|no|on|off)$/i, longest: 200_000 };

/**
 * Reads what people mostly write (maps and lists of values on one line, in ASCII) about ten times as fast as the general
 * parser. Undefined for everything else, right or wrong: then the general parser decides, so that the two never disagree.
 */
export function parseSimpleYaml(text: string, dialect: SimpleDialect = configYaml): unknown {
  if (text.length > dialect.longest || !fits.test(text)) return undefined;
  const value = newReader(text.endsWith('\n') ? text : `${text}\n`, dialect).document();
  return value === unfit ? undefined : value;
}

function newReader(text: string, { texts, words }: SimpleDialect) {
  let at = 0;
  /** Of the next thing to read, where that begins a line; -1 at the end of the text. */
  let column = 0;

  function skip(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  }

  function take(pattern: RegExp): string | undefined {
    const start = at;
    return skip(pattern) ? text.slice(start, at) : undefined;
  }

  function key(pattern: RegExp, data: object): string | undefined {
    pattern.lastIndex = at;
    const name = pattern.exec(text)?.[1];
    if (name === undefined || constants.has(name) || words?.test(name) === true) return undefined;
    if (name === '__proto__' || Object.hasOwn(data, name)) return undefined;
    at = pattern.lastIndex;
    return name;
  }

  /** To the next line with something to read; false where something is left on this one. */
  function nextLine(): boolean {
    if (!skip(endOfLine)) return false;
    skip(gap);
    column = at === text.length ? -1 : at - 1 - text.lastIndexOf('\n', at - 1);
    return true;
  }

  function document(): Read {
    skip(gap);
    if (at === text.length || (at > 0 && text.charCodeAt(at - 1) !== 10)) return unfit;
    const value = block(0, 0);
    return column === -1 ? value : unfit;
  }

  function block(indent: number, depth: number): Read {
    if (depth > deepest) return unfit;
    return text.charCodeAt(at) === DASH ? blockList(indent, depth) : blockMap(indent, depth);
  }

  function blockMap(indent: number, depth: number): Read {
    const data: Record<string, unknown> = {};
    do {
      const name = key(blockKey, data);
      if (name === undefined) return unfit;
      const value = afterKey(indent, depth);
      if (value === unfit) return unfit;
      data[name] = value;
    } while (column === indent);
    return column < indent ? data : unfit;
  }

  function afterKey(indent: number, depth: number): Read {
    if (nextLine()) return column > indent ? block(column, depth + 1) : unfit;
    skip(spaces);
    return lineEnd(depth + 1);
  }

  /** A value that is followed by nothing on its line. */
  function lineEnd(depth: number): Read {
    const start = at;
    const value = inline(depth);
    if (value !== unfit && nextLine()) return value;
    if (!texts) return unfit;
    at = start;
    const line = take(lineOfText)?.trimEnd();
    if (line === undefined) return unfit;
    at = start + line.length;
    return isText(line) && nextLine() ? line : unfit;
  }

  const isText = (word: string) => !constants.has(word) && words?.test(word) !== true;

  function blockList(indent: number, depth: number): Read {
    const list: unknown[] = [];
    do {
      const start = at;
      if (!skip(dash)) return unfit;
      blockKey.lastIndex = at;
      const isMap = blockKey.test(text);
      const value = isMap ? blockMap(indent + at - start, depth + 1) : lineEnd(depth + 1);
      if (value === unfit) return unfit;
      list.push(value);
    } while (column === indent);
    return column < indent ? list : unfit;
  }

  function inline(depth: number): Read {
    if (depth > deepest) return unfit;
    switch (text.charCodeAt(at)) {
      case OPEN_MAP:
        return flowMap(depth);
      case OPEN_LIST:
        return flowList(depth);
      case QUOTE:
      case APOSTROPHE:
        return take(quoted)?.slice(1, -1) ?? (texts ? withEscapes() : unfit);
      default:
        return scalar();
    }
  }

  function withEscapes(): Read {
    const token = take(escaped);
    return token === undefined ? unfit : (JSON.parse(token) as string);
  }

  function scalar(): Read {
    const token = take(plain);
    if (token === undefined || token.endsWith(':')) return unfit;
    const first = token.charCodeAt(0);
    if (first < 0x30 || first > 0x39) {
      if (words?.test(token) === true) return unfit;
      return constants.has(token) ? constants.get(token) : token;
    }
    if (integer.test(token)) return Number(token);
    return dotted.test(token) ? token : unfit;
  }

  function flowMap(depth: number): Read {
    const data: Record<string, unknown> = {};
    at += 1;
    skip(spaces);
    if (text.charCodeAt(at) === CLOSE_MAP) {
      at += 1;
      return data;
    }
    for (;;) {
      const name = key(flowKey, data);
      if (name === undefined) return unfit;
      const value = inline(depth + 1);
      if (value === unfit) return unfit;
      data[name] = value;
      const more = separator(CLOSE_MAP);
      if (more !== true) return more === false ? data : unfit;
    }
  }

  function flowList(depth: number): Read {
    const list: unknown[] = [];
    at += 1;
    skip(spaces);
    if (text.charCodeAt(at) === CLOSE_LIST) {
      at += 1;
      return list;
    }
    for (;;) {
      const value = inline(depth + 1);
      if (value === unfit) return unfit;
      list.push(value);
      const more = separator(CLOSE_LIST);
      if (more !== true) return more === false ? list : unfit;
    }
  }

  /** Whether another item follows; undefined where neither that nor the end does. */
  function separator(close: number | undefined): boolean | undefined {
    skip(spaces);
    const char = text.charCodeAt(at);
    if (char !== COMMA && char !== close) return undefined;
    at += 1;
    if (char === close) return false;
    skip(spaces);
    return true;
  }

  return { document };
}
