import { z } from 'zod';
import type { JsonSchema } from '../schema/config/json-schema.ts';
import { relaxSchema } from '../schema/config/relax-schema.ts';
import { accountSchema } from './config/account.ts';
import { configSchema } from './config/config.ts';
import { hubSchema } from './config/hub.ts';
import { networkSchema } from './config/network.ts';
import { layerSchema, spokeSchema } from './config/spoke.ts';
import { teamSchema } from './config/team.ts';
import type { FileKind } from './parsed-file.ts';

type AddonOptions = Readonly<Record<string, z.ZodType>>;

/** Kinds of which the whole is checked once layers are merged, and `layer`: what environments, regions and components say. */
export type CompleteKind = 'config' | 'hub' | 'account' | 'layer' | 'network' | 'team' | 'spoke';

const titles: Readonly<Record<FileKind, string>> = {
  config: 'The fleet: config/config.yaml',
  hub: 'A hub: config/hubs/<hub>.yaml',
  account: 'A cloud account: config/accounts/<name>.yaml',
  environment: 'An environment, a layer of its spokes: config/environments/<name>.yaml',
  region: 'A region, a layer of its spokes: config/regions/<region>.yaml',
  component: 'A component, a layer of the spokes that list it: config/components/<name>.yaml',
  network: 'A VPC with a life of its own: config/networks/<name>.yaml',
  team: 'A team: config/teams/<name>.yaml',
  spoke: 'A cluster: config/spokes/<name>.yaml',
};

/** What must hold for the whole that layers merge to: required fields, defaults, bounds. */
export function completeSchemas(addonOptions: AddonOptions): Readonly<Record<CompleteKind, JsonSchema>> {
  const config = toJsonSchema(configSchema(addonOptions));
  // `defaults` is merged into spokes and never complete by itself.
  const { defaults, ...fields } = config.properties ?? {};
  return {
    config: {
      ...config,
      properties: { ...fields, ...(defaults && { defaults: withoutDefaults(relaxSchema(defaults)) }) },
      required: (config.required ?? []).filter((name) => name !== 'defaults'),
    },
    hub: toJsonSchema(hubSchema),
    account: toJsonSchema(accountSchema),
    layer: toJsonSchema(layerSchema(addonOptions)),
    network: toJsonSchema(networkSchema),
    team: toJsonSchema(teamSchema),
    spoke: toJsonSchema(spokeSchema(addonOptions)),
  };
}

/** What a single file may say, for editors and for the first look at a file. */
export function fileSchemas(addonOptions: AddonOptions): Readonly<Record<FileKind, JsonSchema>> {
  const { layer, ...complete } = completeSchemas(addonOptions);
  // Here the defaults of fields are documentation, so `defaults` has them too.
  const config = toJsonSchema(configSchema(addonOptions));
  const schemas = { ...complete, config, environment: layer, region: layer, component: layer };
  const finish = (kind: FileKind): JsonSchema => ({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: titles[kind],
    ...relaxSchema(schemas[kind]),
  });
  return {
    config: finish('config'),
    hub: finish('hub'),
    account: finish('account'),
    environment: finish('environment'),
    region: finish('region'),
    component: finish('component'),
    network: finish('network'),
    team: finish('team'),
    spoke: finish('spoke'),
  };
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
