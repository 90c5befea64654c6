import type { ExampleFiles, FleetCheck } from '../../checks/check.ts';
import { checks } from '../../checks/registry.gen.ts';
import { emitChecks } from '../../emit/emit-checks.ts';
import { generateChecks } from '../../generate/generate-checks.ts';
import { exampleFiles } from '../../kro/judge-example.ts';
import { instanceRule, rules } from '../../kro/rules/rules.ts';
import { loadChecks } from '../../load/load-checks.ts';
import { byCodePoint } from '../../util/code-point-order.ts';

/** What is known of a diagnostic's code. */
export interface KnownCode {
  readonly code: string;
  readonly summary: string;
  readonly details: string;
  /** Files that are fine and files that are refused; not every code has them. */
  readonly examples?: Examples;
}

interface Examples {
  readonly good: ExampleFiles;
  readonly bad: ExampleFiles;
  /** What the bad one is added to, besides a small fleet; absent for a graph, which is checked by itself. */
  readonly background?: ExampleFiles;
}

/** Every code that a diagnostic can have, in code point order. */
export const knownCodes: readonly KnownCode[] = [
  ...Object.entries<FleetCheck>(checks).map(([code, { summary, details, good, bad, background }]) => {
    return { code, summary, details, examples: { good, bad, background: background?.() ?? {} } };
  }),
  ...Object.entries(rules).map(([code, rule]) => {
    const { summary, details, good, bad } = rule;
    return { code, summary, details, examples: { good: exampleFiles(rule, good), bad: exampleFiles(rule, bad) } };
  }),
  { code: 'kro/instance', ...instanceRule },
  ...[loadChecks, generateChecks, emitChecks].flatMap((all) => {
    return Object.entries(all).map(([code, { summary, details }]) => ({ code, summary, details }));
  }),
].sort((a, b) => byCodePoint(a.code, b.code));
