import type { FunctionTable } from './signature.ts';

/** Optional values, of cel-go: https://github.com/google/cel-spec/wiki/proposal-246 */
export const optionalFunctions: FunctionTable = {
  '_?._': ['(dyn, string): optional(V)'],
  '_[?_]': [
    '(list(V), int): optional(V)',
    '(optional(list(V)), int): optional(V)',
    '(map(K, V), K): optional(V)',
    '(optional(map(K, V)), K): optional(V)',
  ],
  '_[_]': ['(optional(list(V)), int): optional(V)', '(optional(map(K, V)), K): optional(V)'],
  first: ['list(V).(): optional(V)'],
  hasValue: ['optional(V).(): bool'],
  last: ['list(V).(): optional(V)'],
  'optional.none': ['(): optional(V)'],
  'optional.of': ['(V): optional(V)'],
  'optional.ofNonZeroValue': ['(V): optional(V)'],
  'optional.unwrap': ['(list(optional(V))): list(V)'],
  or: ['optional(V).(optional(V)): optional(V)'],
  orValue: ['optional(V).(V): V'],
  unwrapOpt: ['list(optional(V)).(): list(V)'],
  value: ['optional(V).(): V'],
};
