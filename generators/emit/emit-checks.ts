import type { Diagnostic, Problem } from '../diagnostics/diagnostic.ts';
import { baseCodes } from './codes/base-codes.ts';
import { outCodes } from './codes/out-codes.ts';

/** What is checked beyond the configuration: the state of out/, and the change against a base. */
export const emitChecks = { ...outCodes, ...baseCodes };

export type EmitCode = keyof typeof emitChecks;

export function emitError(code: EmitCode, problem: Problem): Diagnostic {
  return { notes: [], ...problem, code, severity: 'error' };
}

export function emitWarning(code: EmitCode, problem: Problem): Diagnostic {
  return { notes: [], ...problem, code, severity: 'warning' };
}
