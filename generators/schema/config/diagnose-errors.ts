import type { Diagnostic, Note } from '../../diagnostics/diagnostic.ts';
import { type Locate, type Origin, writtenAt as writtenText } from '../../source/origin.ts';
import type { Path } from '../../source/path.ts';
import { MAX_PROBLEMS } from '../../util/max-problems.ts';
import { lookalikeIn } from '../../yaml/lookalikes.ts';
import { describeErrors, type ValidationError } from './describe-errors.ts';
import type { JsonSchema } from './json-schema.ts';
import type { WrittenText } from './value-problem.ts';

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
  return describeErrors(errors, schema(), value, writtenAt(locate)).map(
    ({ code, path, at, missing, message, help }) => {
      const emptied = missing === undefined ? undefined : emptiedAt(locate, path, missing);
      const place = emptied ?? locate(path, at);
      const notes =
        emptied === undefined
          ? lookalikeNotes(place)
          : [{ message: 'an empty value, or `null`, removes it here', at: place }];
      return { code, severity: 'error', message, at: place, notes, ...(help !== undefined && { help }) };
    },
  );
}

/** The key without a value that takes a field away. */
function emptiedAt(locate: Locate, path: Path, name: string): Origin | undefined {
  const origin = locate([...path, name], 'key');
  return writtenText(origin) === name ? origin : undefined;
}

/** Of a value with a character that looks like another one. */
function lookalikeNotes(at: Origin): readonly Note[] {
  const found = lookalikeIn(writtenText(at) ?? '');
  return found === undefined ? [] : [{ message: `it has ${found.name} where "${found.meant}" is meant`, at }];
}

function writtenAt(locate: Locate): WrittenText {
  return (path) => {
    const { span } = locate(path, 'value');
    const text = span?.source.text.slice(span.start, span.end);
    return text === undefined || text === '' || text.includes('\n') ? undefined : text;
  };
}
