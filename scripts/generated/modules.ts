import { completeSchemas, fileSchemas, type ModelParts, spokeSchemas } from '../../generators/model/file-schemas.ts';
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

const textOf = (value: unknown): string =>
  JSON.stringify(value, (key, inner) => (key === 'title' && typeof inner === 'string' ? undefined : inner));

const parsed = (value: unknown): string => `JSON.parse(${JSON.stringify(textOf(value))})`;
