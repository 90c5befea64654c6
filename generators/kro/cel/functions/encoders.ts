import type { FunctionTable } from './signature.ts';

/** The encoders extension of cel-go, https://github.com/google/cel-go/tree/master/ext#encoders, and what its loops over two variables are made of. */
export const encoderFunctions: FunctionTable = {
  'base64.decode': ['(string): bytes'],
  'base64.encode': ['(bytes): string'],
  'json.encode': ['(dyn): string'],
  'cel.@mapInsert': ['(map(K, V), K, V): map(K, V)', '(map(K, V), map(K, V)): map(K, V)'],
};
