import { completeSchemas, spokeSchemas } from 'generated:complete-schemas';
import { completeValidators, spokeValidators } from 'generated:validators';
import type { ValidateFunction } from 'ajv';
import type { DiagnosticLog } from '../diagnostics/diagnostic.ts';
import { DEFAULT_CLOUD } from '../model/default-cloud.ts';
import type { CompleteKind } from '../model/file-kinds.ts';
import { applyDefaults } from '../schema/config/apply-defaults.ts';
import { diagnoseErrors } from '../schema/config/diagnose-errors.ts';
import type { JsonSchema } from '../schema/config/json-schema.ts';
import type { Locate } from '../source/origin.ts';

interface Whole {
  readonly value: Readonly<Record<string, unknown>>;
  readonly locate: Locate;
  /** Of a spoke. */
  readonly cloud?: string;
}

/** What a spoke may say depends on its cloud. */
function schemaOf(kind: CompleteKind, cloud = DEFAULT_CLOUD): JsonSchema {
  return kind === 'spoke' ? (spokeSchemas[cloud] ?? {}) : completeSchemas[kind];
}

function validatorOf(kind: CompleteKind, cloud = DEFAULT_CLOUD): ValidateFunction | undefined {
  return kind === 'spoke' ? spokeValidators[cloud] : completeValidators[kind];
}

/** The value with every default of its kind written out. */
export function withDefaults(kind: CompleteKind, value: Whole['value'], cloud?: string): Whole['value'] {
  return applyDefaults(schemaOf(kind, cloud), value) as Whole['value'];
}

/** The object with its defaults written out, checked as a whole; a fault is reported where the value was set. */
export function validateResolved<T extends Whole>(kind: CompleteKind, resolved: T, log: DiagnosticLog): T {
  const { cloud } = resolved;
  const [schema, validate] = [schemaOf(kind, cloud), validatorOf(kind, cloud)];
  const value = withDefaults(kind, resolved.value, cloud);
  if (validate === undefined) throw new Error(`there is no model of ${kind} in ${cloud}`);
  for (const diagnostic of diagnoseErrors(validate, () => schema, value, resolved.locate)) {
    log.error(diagnostic.code, diagnostic);
  }
  return { ...resolved, value };
}
