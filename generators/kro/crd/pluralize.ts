import { acronyms, endings, irregular } from './plural-words.ts';

interface Rule {
  readonly ending: string;
  readonly plural: string;
}

interface Words {
  readonly plurals: ReadonlyMap<string, string>;
  readonly known: ReadonlySet<string>;
  readonly rules: readonly Rule[];
}

const shouted: ReadonlySet<string> = new Set(acronyms.split(' '));
let words: Words | undefined;

/**
 * The plural that kro gives to the lower-case name of a kind: `flect.Pluralize`. A kind that is an acronym ending in S gets
 * one with capitals in it, which no API server takes as a name.
 */
export function pluralize(name: string): string {
  words ??= readWords();
  const irregularPlural = words.plurals.get(name);
  if (irregularPlural !== undefined) return irregularPlural;
  if (words.known.has(name)) return name;
  const last = shouted.has(name) ? name.toUpperCase() : name;
  const kept = name.slice(0, name.length - (name.endsWith(last) ? last.length : 0));
  for (const { ending, plural } of words.rules) {
    if (last.endsWith(plural)) return kept + last;
    if (last.endsWith(ending)) return kept + last.slice(0, last.length - ending.length) + plural;
  }
  return name.endsWith('s') ? name : `${name}s`;
}

function readWords(): Words {
  const plurals = new Map<string, string>();
  const known = new Set<string>();
  const rules: Rule[] = [];
  for (const entry of irregular.split(' ')) {
    const [ending = '', plural = '', other] = entry.replace(/[!>]$/, '').split('/');
    plurals.set(ending, plural);
    if (!entry.endsWith('>')) for (const one of [plural, other]) if (one !== undefined) known.add(one);
    if (!entry.endsWith('!')) rules.unshift({ ending, plural });
  }
  for (const entry of endings.split(' ')) {
    const [ending = '', plural = ''] = entry.split('/');
    rules.push({ ending, plural });
  }
  return { plurals, known, rules };
}
