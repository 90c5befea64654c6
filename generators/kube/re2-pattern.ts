/** A pattern in Go's syntax, compiled when it is first needed. */
export interface LazyPattern {
  readonly source: string;
  /** True too for a pattern that has no counterpart in this language: then only the API server can say. */
  test(text: string): boolean;
}

/** Only what differs between the syntaxes; Go knows no look-around and no back-references. */
const translations: readonly (readonly [RegExp, string])[] = [
  [/\\A/g, '^'],
  [/\\z/g, '$'],
  [/\(\?P</g, '(?<'],
  [/\[:alpha:\]/g, 'A-Za-z'],
  [/\[:digit:\]/g, '0-9'],
  [/\[:alnum:\]/g, 'A-Za-z0-9'],
  [/\[:upper:\]/g, 'A-Z'],
  [/\[:lower:\]/g, 'a-z'],
  [/\[:space:\]/g, '\\s'],
  [/\[:xdigit:\]/g, 'A-Fa-f0-9'],
];

export function lazyPattern(source: string): LazyPattern {
  let compiled: RegExp | undefined;
  return {
    source,
    test(text) {
      compiled ??= compile(source);
      return compiled.test(text);
    },
  };
}

function compile(source: string): RegExp {
  return regExpOf(source) ?? /(?:)/;
}

/** The same pattern in the syntax of this language; undefined where it has none. */
export function regExpOf(source: string): RegExp | undefined {
  const flags = /^\(\?([ims]+)\)/.exec(source);
  const body = flags === null ? source : source.slice(flags[0].length);
  const translated = translations.reduce((text, [from, to]) => text.replace(from, to), body);
  return tryCompile(translated, `${flags?.[1] ?? ''}u`) ?? tryCompile(translated, flags?.[1] ?? '');
}

function tryCompile(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
