import type { FunctionTable } from './signature.ts';

/** What loops over two variables are made of: https://github.com/google/cel-go/tree/master/ext#twovarcomprehensions */
export const loopFunctions: FunctionTable = {
  'cel.@mapInsert': ['(map(K, V), K, V): map(K, V)', '(map(K, V), map(K, V)): map(K, V)'],
};
