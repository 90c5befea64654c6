import type { FunctionTable } from './signature.ts';

/** The sets extension of cel-go: https://github.com/google/cel-go/tree/master/ext#sets. Rules of a CRD have it; kro does not. */
export const setFunctions: FunctionTable = {
  'sets.contains': ['(list(T), list(T)): bool'],
  'sets.equivalent': ['(list(T), list(T)): bool'],
  'sets.intersects': ['(list(T), list(T)): bool'],
};
