import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { reporters } from '../diagnostics/reporters.ts';
import type { CommandArgs, ExitCode } from './command.ts';

/** 1 with an error among them, else 0. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Prints diagnostics in the format that was asked for. */
export function report(
  diagnostics: readonly Diagnostic[],
  { format, terminal }: Pick<CommandArgs, 'format' | 'terminal'>,
): ExitCode {
  if (diagnostics.length > 0 || format === 'json') {
    terminal.out(
      reporters[format === 'json' ? 'json' : 'pretty'](diagnostics, { color: terminal.color, width: terminal.columns }),
    );
  }
  return exitCodeOf(diagnostics);
}
