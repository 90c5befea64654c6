import { completeSchemas } from 'generated:complete-schemas';
import { completeValidators } from 'generated:validators';
import type { DiagnosticLog } from '../diagnostics/diagnostic.ts';
import type { CompleteKind } from '../model/file-kinds.ts';
import { applyDefaults } from '../schema/config/apply-defaults.ts';
import { diagnoseErrors } from '../schema/config/diagnose-errors.ts';
import type { Locate } from '../source/origin.ts';

interface Whole {
  readonly value: Readonly<Record<string, unknown>>;
  readonly locate: Locate;
}

/** The value with every default of its kind written out. */
export function withDefaults(kind: CompleteKind, value: Whole['value']): Whole['value'] {
  return applyDefaults(completeSchemas[kind], value) as Whole['value'];
}

/** The object with its defaults written out, checked as a whole; a fault is reported where the value was set. */
export function validateResolved<T extends Whole>(kind: CompleteKind, resolved: T, log: DiagnosticLog): T {
  const schema = completeSchemas[kind];
  const value = withDefaults(kind, resolved.value);
  for (const diagnostic of diagnoseErrors(completeValidators[kind], () => schema, value, resolved.locate)) {
    log.error(diagnostic.code, diagnostic);
  }
  return { ...resolved, value };
}
