import { addonOptions } from '../../generators/addons/options-registry.ts';
import { eksAddons } from '../../generators/clouds/aws/eks-addons.ts';
import { editorSchemas } from '../../generators/model/editor-schemas.ts';
import type { Contents } from './generator.ts';

// From the model: schemas/<kind>.schema.json for editors.

export const owns = /^schemas\/[^/]+\.schema\.json$/;

export function generate(): Contents {
  const schemas = editorSchemas(addonOptions, { 'eks.addons': Object.keys(eksAddons) });
  return new Map(
    Object.entries(schemas).map(([kind, schema]) => [
      `schemas/${kind}.schema.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  );
}
