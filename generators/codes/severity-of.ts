import { checks } from '../checks/registry.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { emitChecks } from '../emit/emit-checks.ts';
import { generateChecks } from '../generate/generate-checks.ts';
import { instanceRule, rules } from '../kro/rules/rules.ts';
import { loadChecks } from '../load/load-checks.ts';
import { acceptanceCodes } from './acceptance-codes.ts';

type Severities = Readonly<Record<string, { readonly severity: Diagnostic['severity'] }>>;

const all: readonly Severities[] = [
  checks,
  rules,
  loadChecks,
  generateChecks,
  emitChecks,
  acceptanceCodes,
  { 'kro/instance': instanceRule },
];

/** Of diagnostics with a code; undefined where no diagnostic has it. */
export function severityOf(code: string): Diagnostic['severity'] | undefined {
  return all.find((some) => Object.hasOwn(some, code))?.[code]?.severity;
}

/** Codes of warnings that could be meant. */
export function codesLike(code: string): readonly string[] {
  const area = code.slice(0, code.indexOf('/') + 1);
  const warnings = all.flatMap((some) => Object.keys(some).filter((known) => some[known]?.severity === 'warning'));
  const near = warnings.filter((known) => known.startsWith(area));
  return near.length > 0 ? near : warnings;
}
