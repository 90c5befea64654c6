import type { Path } from '../../source/path.ts';
import { nearestName } from '../../util/did-you-mean.ts';

/** What an API server would refuse: one sentence that names the offending value, and where it stands in the object. */
export interface Violation {
  readonly path: Path;
  readonly message: string;
}

/** A walk along an object: `path` leads to the value at hand. */
export interface Walk {
  readonly path: (string | number)[];
  readonly violations: Violation[];
  /** The object is a template of kro: a string may hold expressions. */
  readonly templates: boolean;
}

const longestExcerpt = 60;
const mostNames = 12;

export function report(walk: Walk, message: string): void {
  walk.violations.push({ path: [...walk.path], message });
}

export function reportAt(walk: Walk, key: string | number, message: string): void {
  walk.violations.push({ path: [...walk.path, key], message });
}

/** A value as it is named in a message: text and numbers literally, the rest by its sort. */
export function nameValue(value: unknown): string {
  if (typeof value === 'string')
    return JSON.stringify(value.length > longestExcerpt ? `${value.slice(0, longestExcerpt)}…` : value);
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : String(value);
}

/** The end of a sentence about an unknown name: what was likely meant, else what there is to choose from. */
export function nameChoice(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  if (nearest !== undefined) return `; the nearest is "${nearest}".`;
  if (known.length === 0 || known.length > mostNames) return '.';
  return `; known are ${listNames(known)}.`;
}

export function listNames(names: readonly unknown[]): string {
  return names.map((name) => JSON.stringify(name)).join(', ');
}
