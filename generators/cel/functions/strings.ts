import type { FunctionTable } from './signature.ts';

/** The strings extension of cel-go: https://github.com/google/cel-go/tree/master/ext#strings */
export const stringFunctions: FunctionTable = {
  charAt: ['string.(int): string'],
  format: ['string.(list(dyn)): string'],
  indexOf: ['string.(string): int', 'string.(string, int): int'],
  join: ['list(string).(): string', 'list(string).(string): string'],
  lastIndexOf: ['string.(string): int', 'string.(string, int): int'],
  lowerAscii: ['string.(): string'],
  replace: ['string.(string, string): string', 'string.(string, string, int): string'],
  reverse: ['string.(): string'],
  split: ['string.(string): list(string)', 'string.(string, int): list(string)'],
  'strings.quote': ['(string): string'],
  substring: ['string.(int): string', 'string.(int, int): string'],
  trim: ['string.(): string'],
  upperAscii: ['string.(): string'],
};
