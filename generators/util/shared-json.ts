import { canonicalJson } from './canonical-json.ts';
import { sortedEntries } from './code-point-order.ts';
import { isMap } from './plain-map.ts';

/** Texts of parts that many maps share, by identity. */
export type SharedTexts = WeakMap<object, string>;

/** Says what `canonicalJson` does, in another form: spokes share most fields with others of the same layers. */
export function sharedJson(value: unknown, texts: SharedTexts): string {
  if (!isMap(value)) return canonicalJson(value);
  return sortedEntries(value)
    .map(([key, part]) => {
      if (typeof part !== 'object' || part === null) return `${key}:${canonicalJson(part)}`;
      const text = texts.get(part) ?? canonicalJson(part);
      texts.set(part, text);
      return `${key}:${text}`;
    })
    .join('\n');
}
