import type { Diagnostic } from './diagnostic.ts';

export interface ReportOptions {
  /** Whether the text may hold ANSI colours. */
  readonly color: boolean;
  /** Columns of the terminal; 100 where it is not given. */
  readonly width?: number;
}

/** Diagnostics as text, in their order, each line ended. */
export type Reporter = (diagnostics: readonly Diagnostic[], options: ReportOptions) => string;
