import type { ExampleFiles, FleetCheck } from '../../checks/check.ts';
import { checks } from '../../checks/registry.gen.ts';
import { emitChecks } from '../../emit/emit-checks.ts';
import { generateChecks } from '../../generate/generate-checks.ts';
import { loadChecks } from '../../load/load-checks.ts';
import { byCodePoint } from '../../util/code-point-order.ts';

/** What is known of a diagnostic's code. */
export interface KnownCode {
  readonly code: string;
  readonly summary: string;
  readonly details: string;
  /** Files that are fine and files that are refused; not every code has them. */
  readonly examples?: { readonly good: ExampleFiles; readonly bad: ExampleFiles; readonly background: ExampleFiles };
}

/** Every code that a diagnostic can have, in code point order. */
export const knownCodes: readonly KnownCode[] = [
  ...Object.entries<FleetCheck>(checks).map(([code, { summary, details, good, bad, background }]) => {
    return { code, summary, details, examples: { good, bad, background: background?.() ?? {} } };
  }),
  ...[loadChecks, generateChecks, emitChecks].flatMap((all) => {
    return Object.entries(all).map(([code, { summary, details }]) => ({ code, summary, details }));
  }),
].sort((a, b) => byCodePoint(a.code, b.code));
