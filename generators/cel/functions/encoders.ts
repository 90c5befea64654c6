import type { FunctionTable } from './signature.ts';

/** The encoders extension of cel-go, https://github.com/google/cel-go/tree/master/ext#encoders. Only kro has it. */
export const encoderFunctions: FunctionTable = {
  'base64.decode': ['(string): bytes'],
  'base64.encode': ['(bytes): string'],
  'json.encode': ['(dyn): string'],
};
