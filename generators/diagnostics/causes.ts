import type { Origin, Subject } from '../source/origin.ts';
import type { Diagnostic } from './diagnostic.ts';

/** What one repair answers: a problem, and for what else the same holds. */
export interface Cause {
  readonly diagnostic: Diagnostic;
  readonly alsoFor: readonly Subject[];
}

/**
 * Problems by their causes, each in the place of its first problem. One cause is one code at one line, told of different
 * things in the same words and with the same repair. A problem that is told of nothing in particular is a cause by itself.
 */
export function causesOf(diagnostics: readonly Diagnostic[]): readonly Cause[] {
  const causes = new Map<string, { readonly diagnostic: Diagnostic; readonly alsoFor: Subject[] }>();
  /** How often each thing was told of in the same words. */
  const told = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const subject = diagnostic.at?.of;
    if (subject === undefined) {
      causes.set(String(causes.size), { diagnostic, alsoFor: [] });
      continue;
    }
    const same = wordsOf(diagnostic, subject);
    const thing = `${same}\n${subject.name}`;
    const before = told.get(thing) ?? 0;
    told.set(thing, before + 1);
    // The second of one thing is another cause.
    const key = `${same}\n${before}`;
    const cause = causes.get(key);
    if (cause === undefined) causes.set(key, { diagnostic, alsoFor: [] });
    else cause.alsoFor.push(subject);
  }
  return [...causes.values()];
}

/** The same for all problems with one cause: values in a message differ, and the name of what it is told of. */
function wordsOf({ code, severity, message, help = '', at, cause }: Diagnostic, { kind, name }: Subject): string {
  const words = [severity, code, kind, cause ?? placeOf(at)];
  if (cause === undefined)
    words.push(
      message.replace(/"[^"]*"|[0-9]+/g, '…'),
      help.replaceAll(new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`, 'gu'), '…'),
    );
  return words.join('\n');
}

function placeOf(at: Origin | undefined): string {
  const { source, start = 0, end = 0 } = at?.span ?? {};
  return `${source?.path ?? ''}:${start}:${end}`;
}

const escaped = (text: string): string =>
  text.replace(/[^\w]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
