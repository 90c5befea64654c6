import { completeSchemas, fileSchemas, type ModelParts, spokeSchemas } from '../../generators/model/file-schemas.ts';
import { isMap } from '../../generators/util/plain-map.ts';
import { modelParts } from './model-parts.ts';
import { validatorsModule } from './validators-module.ts';

/** The modules `generated:…` as text: from the model, so that the compiler needs neither zod nor ajv when it runs. */
export async function generateModules(
  root: string,
  parts: ModelParts = modelParts,
): Promise<Readonly<Record<string, string>>> {
  const { spoke, ...complete } = completeSchemas(parts);
  const spokes = spokeSchemas(parts);
  return {
    validators: await validatorsModule(root, { file: fileSchemas(parts), complete, spoke: spokes }),
    'complete-schemas': [
      `export const completeSchemas = ${parsed({ ...complete, spoke })};\n`,
      `export const spokeSchemas = { ${Object.entries(spokes).map(([cloud, schema]) => `${JSON.stringify(cloud)}: ${textOf(schema) === textOf(spoke) ? 'completeSchemas.spoke' : parsed(schema)}`)} };\n`,
    ].join(''),
  };
}

const textOf = (schema: unknown): string => JSON.stringify(forMessages(schema));

/** Without words for editors: a message says what a field is only where it is required, and missing. */
function forMessages(value: unknown, isRequired = false): unknown {
  if (Array.isArray(value)) return value.map((item) => forMessages(item));
  if (!isMap(value)) return value;
  const { required = [] } = value as { readonly required?: readonly string[] };
  const kept = Object.entries(value).filter(
    ([key, inner]) => typeof inner !== 'string' || (key !== 'title' && (key !== 'description' || isRequired)),
  );
  return Object.fromEntries(
    kept.map(([key, inner]) => {
      if (key !== 'properties' || !isMap(inner)) return [key, forMessages(inner)];
      const fields = Object.entries(inner).map(([name, field]) => [name, forMessages(field, required.includes(name))]);
      return [key, Object.fromEntries(fields)];
    }),
  );
}

const parsed = (value: unknown): string => `JSON.parse(${JSON.stringify(textOf(value))})`;
