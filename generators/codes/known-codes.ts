import type { Check } from '../checks/check.ts';
import { checks } from '../checks/registry.ts';
import type { CatalogueEntry } from '../diagnostics/catalogue.ts';
import { emitChecks } from '../emit/emit-checks.ts';
import { generateChecks } from '../generate/generate-checks.ts';
import { exampleFiles } from '../kro/judge-example.ts';
import { instanceRule, rules } from '../kro/rules/rules.ts';
import { loadChecks } from '../load/load-checks.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { acceptanceCodes } from './acceptance-codes.ts';

/** What is known of a diagnostic's code. */
export interface KnownCode extends CatalogueEntry {
  readonly code: string;
}

/** Every code that a diagnostic can have, in code point order. */
export const knownCodes: readonly KnownCode[] = [
  ...Object.entries<Check>(checks).map(([code, check]) => {
    if (check.over === 'change') {
      const { over: _over, run: _run, ...entry } = check;
      return { code, ...entry };
    }
    const { over: _over, run: _run, background, ...entry } = check;
    return { code, ...entry, before: background?.() ?? {} };
  }),
  ...Object.entries(rules).map(([code, rule]) => {
    const { severity, summary, details, good, bad } = rule;
    return { code, severity, summary, details, good: exampleFiles(rule, good), bad: exampleFiles(rule, bad) };
  }),
  { code: 'kro/instance', ...instanceRule },
  ...[loadChecks, generateChecks, emitChecks, acceptanceCodes].flatMap((all) => {
    return Object.entries<CatalogueEntry>(all).map(([code, entry]) => ({ code, ...entry }));
  }),
].sort((a, b) => byCodePoint(a.code, b.code));
