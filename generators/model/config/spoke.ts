import { z } from 'zod';
import { limits } from '../../util/limits.ts';
import type { CloudModel } from '../cloud-model.ts';
import { applicationSchema } from './application.ts';
import {
  cidrSchema,
  clusterNameSchema,
  deletionPolicySchema,
  fleetNameSchema,
  lifecycleSchema,
  nameSchema,
  regionSchema,
  tagsSchema,
} from './fields.ts';
import { spokeNetworkSchema } from './network.ts';
import { nodeGroupSchema } from './node-group.ts';
import { patchSchema } from './patch.ts';
import { spokeVersionsSchema } from './versions.ts';

const endpointSchema = z
  .strictObject({
    public: z
      .boolean()
      .default(true)
      .describe('Whether the Kubernetes API can be reached from the internet. It can always be reached from the VPC.'),
    publicCidrs: z
      .array(cidrSchema)
      .max(40)
      .default([])
      .describe('Who may reach the public endpoint, besides the hub.')
      .meta({ examples: [['203.0.113.0/24']] }),
    formerCidrs: z
      .array(cidrSchema)
      .max(40)
      .default([])
      .describe(
        'Read with `public: false`: the ranges of the endpoint from when it was public, those of the hub included. EKS keeps them, though nobody comes in by them. Empty where it never was public.',
      )
      .meta({ examples: [['198.51.100.10/32']] }),
    hubPath: z
      .enum(['peering', 'transit-gateway', 'private-link'])
      .optional()
      .describe(
        'How the hub reaches the private endpoint; required with `public: false`, or Argo CD could never reach the spoke. A promise: Wheelwright makes no such path, whoever owns the networks does.',
      ),
  })
  .describe('The Kubernetes API endpoint.');

/** What extensions bring to the model. */
export interface Extensions {
  /** Schema of the options of each add-on, by name. */
  readonly addonOptions: Readonly<Record<string, z.ZodType>>;
  readonly cloud: CloudModel;
  /** Versions of the library that a hub may have. */
  readonly libraries: readonly string[];
}

/** What a layer may say. */
function layerFields({ addonOptions, cloud }: Extensions) {
  return {
    versions: spokeVersionsSchema(cloud),
    endpoint: endpointSchema.prefault({}),
    network: spokeNetworkSchema,
    serviceCidr: cidrSchema.default('172.20.0.0/16').describe('IPv4 range of Kubernetes services; it never changes.'),
    nodeGroups: z.record(nameSchema(63), nodeGroupSchema(cloud)).default({}).describe('Managed node groups, by name.'),
    ...(cloud.sections as Record<never, never>),
    addons: z
      .strictObject(
        Object.fromEntries(Object.entries(addonOptions).map(([name, options]) => [name, options.optional()])),
      )
      .default({})
      .describe(
        'Add-ons of the platform, by name; `{}` turns one on, `null` turns off what an earlier layer turned on.',
      ),
    teams: z.array(fleetNameSchema).default([]).describe('Teams that work on this spoke (`config/teams/<name>.yaml`).'),
    applications: z.record(fleetNameSchema, applicationSchema).default({}).describe('Applications, by name.'),
    tags: tagsSchema.default({}),
    deletionPolicy: deletionPolicySchema.default('delete'),
    patches: z
      .array(patchSchema)
      .max(limits.patches.most)
      .default([])
      .describe(
        'Escape hatch: changes to emitted objects. Patches of all layers are applied, in the order of the layers.',
      ),
  };
}

/** A layer: what an environment, a region, a component or `defaults` adds to spokes. */
export function layerSchema(extensions: Extensions) {
  return z.strictObject(layerFields(extensions));
}

/** A spoke with all of its layers merged and all defaults written out. */
export function spokeSchema(extensions: Extensions) {
  return z.strictObject({
    environment: fleetNameSchema
      .describe('Environment (`config/environments/<name>.yaml`).')
      .meta({ examples: ['production'] }),
    account: fleetNameSchema.describe('Cloud account (`config/accounts/<name>.yaml`); it never changes.'),
    region: regionSchema.describe('Region of the cluster; it never changes.').meta({ examples: ['us-west-2'] }),
    hub: fleetNameSchema.optional().describe('Hub that runs it; that of its account.'),
    components: z
      .array(fleetNameSchema)
      .default([])
      .describe(
        'Layers (`config/components/<name>.yaml`) that are merged in this order, before the spoke itself: not the kustomize components of an application.',
      ),
    cluster: z
      .strictObject({
        name: clusterNameSchema.describe(
          'Name of the cluster in the cloud, where it is not that of this file, as of one that was named before. It never changes.',
        ),
      })
      .optional()
      .describe('The cluster as the cloud has it.'),
    lifecycle: lifecycleSchema.default('active'),
    ...inheriting(layerFields(extensions)),
  });
}

/** Fields of which the first layer speaks, too: all of `defaults`, and the versions. */
function inheriting<Fields extends Readonly<Record<string, z.ZodType>>>(fields: Fields): Fields {
  const marked = Object.entries(fields).map(([name, field]) => {
    return [name, field.meta({ inherits: name === 'versions' ? name : `defaults.${name}` })];
  });
  return Object.fromEntries(marked) as Fields;
}

export type SpokeConfig = z.infer<ReturnType<typeof spokeSchema>>;
