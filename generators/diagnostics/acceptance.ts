import type { Origin } from '../source/origin.ts';
import type { Source } from '../source/source.ts';
import type { Diagnostic } from './diagnostic.ts';

/** A comment `# accept CODE: reason` of a person: warnings with this code at its line are not told. */
export interface Acceptance {
  readonly code: string;
  readonly reason: string;
  /** The comment. */
  readonly at: Origin;
  /** Offsets of what it speaks of: its own line, or the next one that says something, where it stands alone. */
  readonly from: number;
  readonly to: number;
}

const mark = '# accept ';
const comment = /(?<=^|[ \t])# accept[ \t]+([a-z0-9-]+\/[a-z0-9/-]+)(?:[ \t]*:)?([^\r\n]*)/gm;

/** The acceptances of a file. */
export function acceptancesIn(source: Source): readonly Acceptance[] {
  const { text } = source;
  if (!text.includes(mark)) return [];
  return [...text.matchAll(comment)].flatMap((found) => {
    const [whole, code = '', reason = ''] = found;
    const lineStart = text.lastIndexOf('\n', found.index - 1) + 1;
    const before = text.slice(lineStart, found.index);
    if (isWithinQuotes(before)) return [];
    const end = found.index + whole.trimEnd().length;
    const to = before.trim() === '' ? endOfNextLine(text, end) : lineEnd(text, end);
    return [{ code, reason: reason.trim(), at: { span: { source, start: found.index, end } }, from: lineStart, to }];
  });
}

export interface Accepted {
  readonly diagnostics: readonly Diagnostic[];
  readonly unused: readonly Acceptance[];
}

/** The diagnostics without those that a person accepted, and what was accepted in vain. */
export function acceptWarnings(diagnostics: readonly Diagnostic[], acceptances: readonly Acceptance[]): Accepted {
  if (acceptances.length === 0) return { diagnostics, unused: [] };
  const byPlace = new Map<string, Acceptance[]>();
  for (const acceptance of acceptances) {
    const key = `${acceptance.code} ${acceptance.at.span?.source.path}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), acceptance]);
  }
  const used = new Set<Acceptance>();
  const left = diagnostics.filter(({ code, severity, at }) => {
    if (severity === 'error' || at?.span === undefined) return true;
    const { source, start } = at.span;
    const found = byPlace.get(`${code} ${source.path}`)?.find(({ from, to }) => from <= start && start <= to);
    if (found !== undefined) used.add(found);
    return found === undefined;
  });
  return { diagnostics: left, unused: acceptances.filter((acceptance) => !used.has(acceptance)) };
}

function isWithinQuotes(before: string): boolean {
  return ['"', "'"].some((quote) => (before.split(quote).length - 1) % 2 === 1);
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** End of the next line that is neither empty nor a comment. */
function endOfNextLine(text: string, offset: number): number {
  const gap = /(?:\s*(?:#[^\n]*)?\n)*/y;
  gap.lastIndex = lineEnd(text, offset);
  gap.test(text);
  return lineEnd(text, Math.max(gap.lastIndex, lineEnd(text, offset) + 1));
}
