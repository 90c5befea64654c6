import { join } from 'node:path';
import { modelParts } from '../../scripts/generated/model-parts.ts';
import { generateModules } from '../../scripts/generated/modules.ts';
import type { ModelParts } from '../model/file-schemas.ts';

/** A module that is made from the model, of a model with more clouds. */
export async function generatedWith(
  name: string,
  clouds: ModelParts['clouds'],
): Promise<Readonly<Record<string, unknown>>> {
  const parts = { ...modelParts, clouds: { ...modelParts.clouds, ...clouds } };
  const { [name]: text = '' } = await generateModules(join(import.meta.dirname, '../..'), parts);
  return await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`);
}
