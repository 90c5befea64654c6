import { eksAddons } from '../../generators/clouds/aws/eks-addons.ts';
import { editorSchemas } from '../../generators/model/editor-schemas.ts';
import { everyGraph } from '../../generators/rgds/library.ts';
import type { JsonSchema } from '../../generators/schema/config/json-schema.ts';
import { modelParts } from '../generated/model-parts.ts';
import type { Contents } from './generator.ts';

// From the model: schemas/<kind>.schema.json for editors, which find one from the other by its name alone. What layers may say
// stands in layer.schema.json once, so that an add-on changes this file and no other.

export const owns = /^schemas\/[^/]+\.schema\.json$/;

const layerFile = 'layer.schema.json';

/** The schemas for editors, whole. */
export const wholeSchemas = () =>
  editorSchemas(modelParts, { 'eks.addons': Object.keys(eksAddons), graphs: everyGraph.map(({ kind }) => kind) });

type Fields = Readonly<Record<string, JsonSchema>>;

/** Fields that are those of a layer, word for word, refer to them. */
function referTo(layer: Fields, fields: Fields): Readonly<Record<string, unknown>> {
  const entries = Object.entries(fields).map(([name, field]) => {
    if (JSON.stringify(field) === JSON.stringify(layer[name]))
      return [name, { $ref: `${layerFile}#/properties/${name}` }];
    if (name !== 'defaults') return [name, field];
    return [name, { ...field, properties: referTo(layer, field.properties ?? {}) }];
  });
  return Object.fromEntries(entries);
}

export function generate(): Contents {
  const schemas = wholeSchemas();
  const layer = schemas.environment.properties ?? {};
  const files: readonly (readonly [string, unknown])[] = [
    [layerFile, { ...schemas.environment, title: 'What every layer of a spoke may say' }],
    ...Object.entries(schemas).map(([kind, schema]) => {
      return [`${kind}.schema.json`, { ...schema, properties: referTo(layer, schema.properties ?? {}) }] as const;
    }),
  ];
  return new Map(files.map(([name, schema]) => [`schemas/${name}`, `${JSON.stringify(schema, null, 2)}\n`]));
}
