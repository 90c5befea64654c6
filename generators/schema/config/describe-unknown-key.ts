import { formatPath, type Path } from '../../source/path.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { branchesOf, quoted } from './describe-value.ts';
import { type JsonSchema, valuesOf } from './json-schema.ts';
import type { ValueProblem } from './value-problem.ts';

/** A key that its map does not have: perhaps it is misspelt, or belongs elsewhere. */
export function describeUnknownKey(path: Path, key: string, schema: JsonSchema, root: JsonSchema): ValueProblem {
  const known = branchesOf(schema).flatMap(({ properties }) => Object.keys(properties ?? {}));
  const where = path.length === 0 ? '' : ` in "${formatPath(path)}"`;
  const elsewhere = pathsTo(key, root);
  // One level off is likelier than a misspelling.
  const near = elsewhere.some(({ length }) => length <= 2) ? '' : didYouMean(key, known);
  const help =
    near !== ''
      ? undefined
      : elsewhere.length > 0
        ? `It is a field of ${elsewhere
            .slice(0, 3)
            .map((found) => quoted(found.slice(0, -1).join('.')))
            .join(' and of ')}.`
        : known.length === 0
          ? 'Nothing may stand here.'
          : `Known here: ${known.join(', ')}.`;
  return {
    code: 'schema/unknown-key',
    path: [...path, key],
    at: 'key',
    message: `Unknown key ${quoted(key)}${where}.${near}`,
    ...(help !== undefined && { help }),
  };
}

/** Every place of a field with a name, the nearest to the root first; `<name>` and `[]` for entries of maps and lists. */
function pathsTo(key: string, root: JsonSchema): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  let level: (readonly [schema: JsonSchema, path: readonly string[]])[] = [[root, []]];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const [schema, path] of level) {
      for (const [name, part] of Object.entries(schema.properties ?? {})) {
        if (name === key && path.length > 0) found.push([...path, name]);
        next.push([part, [...path, name]]);
      }
      const values = valuesOf(schema);
      if (values !== undefined) next.push([values, [...path, '<name>']]);
      if (schema.items !== undefined) next.push([schema.items, [...path.slice(0, -1), `${path.at(-1) ?? ''}[]`]]);
    }
    level = next;
  }
  return found;
}
