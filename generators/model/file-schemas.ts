import { z } from 'zod';
import type { JsonSchema } from '../schema/config/json-schema.ts';
import { relaxSchema } from '../schema/config/relax-schema.ts';
import { anyCloud, type CloudModel } from './cloud-model.ts';
import { accountSchema } from './config/account.ts';
import { configSchema } from './config/config.ts';
import { hubSchema } from './config/hub.ts';
import { networkSchema } from './config/network.ts';
import { type Extensions, layerSchema, spokeSchema } from './config/spoke.ts';
import { teamSchema } from './config/team.ts';
import { type CompleteKind, type FileKind, fileKindFacts, forEachKind } from './file-kinds.ts';

/** What extensions bring to the model; each cloud has fields of its own. */
export interface ModelParts {
  readonly addonOptions: Extensions['addonOptions'];
  readonly libraries: Extensions['libraries'];
  readonly clouds: Readonly<Record<string, CloudModel>>;
}

const ofAnyCloud = ({ clouds, ...parts }: ModelParts): Extensions => ({ ...parts, cloud: anyCloud(clouds) });

/** What must hold for the whole that layers merge to: required fields, defaults, bounds. Of spokes, see `spokeSchemas`. */
export function completeSchemas(parts: ModelParts): Readonly<Record<CompleteKind, JsonSchema>> {
  const extensions = ofAnyCloud(parts);
  const config = toJsonSchema(configSchema(extensions));
  // `defaults` is merged into spokes and never complete by itself.
  const { defaults, ...fields } = config.properties ?? {};
  return {
    config: {
      ...config,
      properties: { ...fields, ...(defaults && { defaults: withoutDefaults(relaxSchema(defaults)) }) },
      required: (config.required ?? []).filter((name) => name !== 'defaults'),
    },
    hub: toJsonSchema(hubSchema(extensions)),
    account: toJsonSchema(accountSchema(extensions.cloud)),
    layer: toJsonSchema(layerSchema(extensions)),
    network: toJsonSchema(networkSchema),
    team: toJsonSchema(teamSchema),
    spoke: toJsonSchema(spokeSchema(extensions)),
  };
}

/** What must hold for a spoke, by its cloud. */
export function spokeSchemas({ clouds, ...parts }: ModelParts): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(clouds).map(([name, cloud]) => [name, toJsonSchema(spokeSchema({ ...parts, cloud }))]),
  );
}

/** What a single file may say, for editors and for the first look at a file. */
export function fileSchemas(parts: ModelParts): Readonly<Record<FileKind, JsonSchema>> {
  const { layer, ...complete } = completeSchemas(parts);
  // Here the defaults of fields are documentation, so `defaults` has them too.
  const config = toJsonSchema(configSchema(ofAnyCloud(parts)));
  const schemas = { ...complete, config, layer };
  return forEachKind((kind) => ({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: fileKindFacts[kind].title,
    ...relaxSchema(schemas[fileKindFacts[kind].complete]),
  }));
}

/** What is required of a person is what has no default, so these are schemas of the input. */
function toJsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return simplify(json as JsonSchema);
}

/** Without what says nothing: bounds of exact integers, names that may be anything, a choice of constants. */
function simplify(schema: JsonSchema): JsonSchema {
  const { minimum, maximum, propertyNames, anyOf, ...rest } = schema;
  const constants = anyOf?.every((part) => part.const !== undefined) ? anyOf.map((part) => part.const) : undefined;
  return {
    ...rest,
    ...(minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER && { minimum }),
    ...(maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER && { maximum }),
    ...(propertyNames && Object.keys(propertyNames).length > 1 && { propertyNames }),
    ...(constants ? { enum: constants } : anyOf && { anyOf: anyOf.map(simplify) }),
    ...(schema.properties && { properties: mapSchemas(schema.properties, simplify) }),
    ...(schema.items && { items: simplify(schema.items) }),
    ...(typeof schema.additionalProperties === 'object' && {
      additionalProperties: simplify(schema.additionalProperties),
    }),
  };
}

function withoutDefaults({ default: _, ...schema }: JsonSchema): JsonSchema {
  return {
    ...schema,
    ...(schema.properties && { properties: mapSchemas(schema.properties, withoutDefaults) }),
    ...(typeof schema.additionalProperties === 'object' && {
      additionalProperties: withoutDefaults(schema.additionalProperties),
    }),
  };
}

function mapSchemas(schemas: Readonly<Record<string, JsonSchema>>, change: (schema: JsonSchema) => JsonSchema) {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, change(schema)]));
}
