import type { Random } from './random.ts';

export type Mutable = null | boolean | number | string | Mutable[] | MutableMap;
export interface MutableMap {
  [key: string]: Mutable;
}

/** A graph that may be changed in place. */
export interface Draft {
  readonly schema: MutableMap;
  readonly resources: MutableMap[];
  readonly whole: MutableMap;
}

/** Changes one thing, and says which; undefined where the graph has no such thing. */
export type Mutation = (draft: Draft, random: Random) => string | undefined;

/** An entry of a map or of a list. */
export interface Site {
  readonly holder: MutableMap | Mutable[];
  readonly key: string | number;
  readonly path: string;
}

export const isMap = (value: Mutable | undefined): value is MutableMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const valueAt = ({ holder, key }: Site): Mutable => (holder as MutableMap)[key] ?? null;

export function setAt({ holder, key }: Site, value: Mutable): void {
  (holder as MutableMap)[key] = value;
}

export function dropAt({ holder, key }: Site): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

/** Gives an entry of a map another name, in its place. */
export function renameAt({ holder, key }: Site, name: string): void {
  if (Array.isArray(holder)) return;
  const entries = Object.entries(holder);
  for (const [old] of entries) delete holder[old];
  for (const [old, value] of entries) holder[old === key ? name : old] = value;
}

/** Every entry below a value. */
export function sitesIn(value: Mutable | undefined, path = ''): Site[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => {
    const site: Site = { holder: value, key, path: path === '' ? String(key) : `${path}.${key}` };
    return [site, ...sitesIn(valueAt(site), site.path)];
  });
}

/** A map of a draft, made where there is none. */
export function mapIn(holder: MutableMap, key: string): MutableMap {
  const found = holder[key];
  if (isMap(found)) return found;
  const made: MutableMap = {};
  holder[key] = made;
  return made;
}

export const leavesIn = (value: Mutable | undefined): Site[] =>
  sitesIn(value).filter((site) => typeof valueAt(site) !== 'object');

/** A typo: two letters change places, or one is missing. */
export function misspell(word: string, random: Random): string {
  const at = random.below(Math.max(1, word.length - 1));
  const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  return swapped === word ? word.slice(0, at) + word.slice(at + 1) : swapped;
}
