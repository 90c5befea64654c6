import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import type { Locate } from '../source/origin.ts';
import { explainErrors, type ValidationError } from './explain-errors.ts';
import type { WrittenText } from './explained.ts';
import { MAX_PROBLEMS } from './max-problems.ts';

/** A validator that ajv generated: the errors of the last call are on the function. */
interface Validator {
  (value: unknown): unknown;
  errors?: readonly ValidationError[] | null;
}

/** What a validator finds, at its places. `schema`: what the validator was made of. */
export function diagnoseErrors(
  validate: Validator,
  schema: () => JsonSchema,
  value: unknown,
  locate: Locate,
): readonly Diagnostic[] {
  if (validate(value) === true) return [];
  // A mistake may give several errors.
  const errors = (validate.errors ?? []).slice(0, 4 * MAX_PROBLEMS);
  return explainErrors(errors, schema(), value, writtenAt(locate)).map(({ code, path, at, message, help }) => {
    return { code, severity: 'error', message, at: locate(path, at), notes: [], ...(help !== undefined && { help }) };
  });
}

function writtenAt(locate: Locate): WrittenText {
  return (path) => {
    const { span } = locate(path, 'value');
    const text = span?.source.text.slice(span.start, span.end);
    return text === undefined || text === '' || text.includes('\n') ? undefined : text;
  };
}
