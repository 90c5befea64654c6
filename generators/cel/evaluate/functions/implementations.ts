import type { ForeignPatterns } from '../../../schema/structural/foreign-patterns.ts';
import { holdsUnknown, isUnknown, type Value } from '../value.ts';
import { conversions } from './conversions.ts';
import { encodings } from './encodings.ts';
import type { Implementations } from './implementation.ts';
import { listFunctions } from './lists.ts';
import { mapFunctions } from './maps.ts';
import { networkFunctions } from './networks.ts';
import { optionalFunctions } from './optionals.ts';
import { quantityFunctions } from './quantities.ts';
import { textFunctions } from './texts.ts';
import { timeFunctions } from './times.ts';
import { urlFunctions } from './urls.ts';
import { versionFunctions } from './versions.ts';

/** They look at no item, or show what is unknown in a text, so they take lists and maps with unknown parts. */
const takesUnknownParts: ReadonlySet<string> = new Set(
  (
    'size join format json.marshal json.encode first last flatten slice reverse merge deepMerge value hasValue optional.unwrap ' +
    'unwrapOpt cel.@mapInsert lists.setAtIndex lists.insertAtIndex lists.removeAtIndex newCondition optional.of dyn'
  ).split(' '),
);

/** They take a value that is unknown as a whole: it is what they give, or is within it. */
const takesUnknown: ReadonlySet<string> = new Set([
  'dyn',
  'string',
  'optional.of',
  'cel.@mapInsert',
  'lists.setAtIndex',
  'lists.insertAtIndex',
]);

const libraries: readonly Implementations[] = [
  textFunctions,
  listFunctions,
  mapFunctions,
  conversions,
  encodings,
  optionalFunctions,
  timeFunctions,
  quantityFunctions,
  networkFunctions,
  versionFunctions,
  urlFunctions,
];

/** What a function gives; undefined when nobody can say here: it is not written, or an argument is unknown. */
export function applyFunction(name: string, args: readonly Value[], patterns: ForeignPatterns): Value | undefined {
  if (args.some(isUnknown) && !takesUnknown.has(name)) return undefined;
  if (!takesUnknownParts.has(name) && !takesUnknown.has(name) && args.some(holdsUnknown)) return undefined;
  for (const library of libraries) {
    const implementation = Object.hasOwn(library, name) ? library[name] : undefined;
    const value = implementation?.(args, patterns);
    if (value !== undefined) return value;
  }
  return undefined;
}
