import { addonOptions } from '../../generators/addons/options-registry.ts';
import { completeSchemas, fileSchemas } from '../../generators/model/file-schemas.ts';
import { validatorsModule } from './validators-module.ts';

/** The modules `generated:…` as text: from the model, so that the compiler needs neither zod nor ajv when it runs. */
export async function generateModules(root: string): Promise<Readonly<Record<string, string>>> {
  const complete = completeSchemas(addonOptions);
  const json = JSON.stringify(complete, (key, value) =>
    key === 'title' && typeof value === 'string' ? undefined : value,
  );
  return {
    validators: await validatorsModule(root, fileSchemas(addonOptions), complete),
    'complete-schemas': `export const completeSchemas = JSON.parse(${JSON.stringify(json)});\n`,
  };
}
