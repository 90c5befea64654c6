import type { FunctionTable } from './signature.ts';

const ordered = ['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes'];

/** The lists extension of cel-go: https://github.com/google/cel-go/tree/master/ext#lists. `sortBy` is a macro over `@sortByAssociatedKeys`. */
export const listFunctions: FunctionTable = {
  '@sortByAssociatedKeys': ordered.map((type) => `list(T).(list(${type})): list(T)`),
  distinct: ['list(T).(): list(T)'],
  flatten: ['list(list(T)).(): list(T)', 'list(dyn).(int): list(dyn)'],
  'lists.range': ['(int): list(int)'],
  reverse: ['list(T).(): list(T)'],
  slice: ['list(T).(int, int): list(T)'],
  sort: ordered.map((type) => `list(${type}).(): list(${type})`),
};
