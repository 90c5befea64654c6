import { completeSchemas, spokeSchemas } from 'generated:complete-schemas';
import type { CodedProblem } from '../diagnostics/diagnostic.ts';
import { DEFAULT_CLOUD } from '../model/default-cloud.ts';
import type { ParsedConfig, ParsedFile } from '../model/parsed-file.ts';
import { type FieldPath, foreignFields, placesOf } from '../schema/config/foreign-fields.ts';
import { formatPath } from '../source/path.ts';

/** A cloud, and the fields that only spokes of others have. */
export interface CloudOfSpoke {
  readonly name: string;
  /** Whether an account says so. */
  readonly isKnown: boolean;
  readonly foreign: readonly FieldPath[];
}

/** The cloud of a spoke's account, which alone says it. Where that is unknown, which is told elsewhere, the one by default. */
export function cloudFinder({ account }: ParsedConfig): (spoke: ParsedFile) => CloudOfSpoke {
  const foreignOf = new Map<string, readonly FieldPath[]>();
  return ({ value }) => {
    const of = account.get(String(value['account']));
    const said = of && (of.value['cloud'] ?? DEFAULT_CLOUD);
    const isKnown = typeof said === 'string' && Object.hasOwn(spokeSchemas, said);
    const name = isKnown ? said : DEFAULT_CLOUD;
    const foreign = foreignOf.get(name) ?? foreignFields(completeSchemas.spoke, spokeSchemas[name] ?? {});
    foreignOf.set(name, foreign);
    return { name, isKnown, foreign };
  };
}

/** What the file of a spoke says of other clouds. Layers may: they are those of other spokes, too. */
export function foreignProblems(spoke: ParsedFile, { name, isKnown, foreign }: CloudOfSpoke): readonly CodedProblem[] {
  if (!isKnown) return [];
  return foreign.flatMap((field) =>
    placesOf(spoke.value, field).map((path) => {
      const others = Object.keys(spokeSchemas).filter((other) => isFieldOf(other, field));
      const span = spoke.find(path, 'key');
      return {
        code: 'schema/unknown-key',
        message: `"${formatPath(path)}" is for spokes of cloud "${others.join('" and "')}", but account "${String(spoke.value['account'])}" is one of "${name}".`,
        at: span === undefined ? {} : { span },
        help: `Remove it here. A layer may say it: spokes of "${name}" do not read it there.`,
      };
    }),
  );
}

function isFieldOf(cloud: string, field: FieldPath): boolean {
  const foreign = foreignFields(completeSchemas.spoke, spokeSchemas[cloud] ?? {});
  return !foreign.some((other) => other.join('.') === field.join('.'));
}
