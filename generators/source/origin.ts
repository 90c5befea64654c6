import type { Path } from './path.ts';
import type { Span } from './source.ts';

/** Where a value comes from: a place in a file, or a default of this program (no span). */
export interface Origin {
  readonly span?: Span;
  /** Whose value it is: a line of a layer speaks for many. */
  readonly of?: Subject;
}

/** A thing that is told about. */
export interface Subject {
  /** Such as `spoke` or `file`; its plural ends in "s". */
  readonly kind: string;
  readonly name: string;
}

/** Finds who set the value (or wrote the key) at a path of a resolved object; the nearest parent where nobody did. */
export type Locate = (path: Path, at?: 'key' | 'value') => Origin;

/** The text that stands at a place. */
export function writtenAt({ span }: Origin): string | undefined {
  return span?.source.text.slice(span.start, span.end);
}

/** Whether a key of this name stands there, and not only something that would hold it. */
export function isKey(origin: Origin, name: string): boolean {
  return writtenAt(origin)?.replace(/^["']|["']$/g, '') === name;
}
