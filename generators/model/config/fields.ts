import { z } from 'zod';
import { patterns } from '../../schema/config/patterns.ts';
import { namePattern } from '../file-kinds.ts';

/** The stem of a file: the name of what it describes. */
export const fleetNameSchema = z.string().regex(namePattern);

/** A name from which names of Kubernetes objects and cloud resources are derived. */
export const nameSchema = (max: number) => z.string().regex(new RegExp(`^[a-z]([a-z0-9-]{0,${max - 2}}[a-z0-9])?$`));

/** Of a cluster in its cloud. */
export const clusterNameSchema = z.string().regex(/^[0-9A-Za-z][\w-]{0,99}$/);

export const accountIdSchema = z.string().regex(/^[0-9]{12}$/);
export const regionSchema = z.string().regex(/^[a-z]{2,4}(-[a-z]+)+-[0-9]$/);
export const cidrSchema = z.string().regex(/^[0-9.]+\/[0-9]{1,2}$/);
export const hostedZoneSchema = z
  .string()
  .regex(/^Z[A-Z0-9]{4,31}$/)
  .meta({ patternMeaning: 'the identifier of a hosted zone such as Z0123456789ABCDEFGHIJ' });
export const domainSchema = z
  .string()
  .regex(/^([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/)
  .meta({ patternMeaning: 'a domain such as apps.example.com' });
/** Build metadata (after a plus) are part of a version that is exact. */
export const semverSchema = z.string().regex(/^v?[0-9]+\.[0-9]+\.[0-9]+([.-][0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/);
export const kubernetesVersionSchema = z.string().regex(/^1\.[0-9]{2}$/);
export const repositoryUrlSchema = z.string().regex(patterns.gitAddress);
export const chartRepositorySchema = z.string().regex(patterns.chartAddress);
export const mirrorRepositorySchema = z.string().regex(patterns.mirrorAddress);
export const imageBeginningSchema = z.string().regex(patterns.imageBeginning);
export const fullReferenceSchema = z.string().regex(patterns.fullReference);
export const labelsSchema = z.record(z.string(), z.string());

export const platformRepositorySchema = z.strictObject({
  url: repositoryUrlSchema.describe('Address from which Argo CD clones this repository.').meta({
    examples: ['https://github.com/acme/platform'],
  }),
  revision: fullReferenceSchema
    .describe('Branch or tag that Argo CD watches, as a full reference: a short name costs a scan of all of them.')
    .meta({ examples: ['refs/heads/main'] }),
});

export const sourceRepositorySchema = z.strictObject({
  repo: repositoryUrlSchema.describe('Git repository with the manifests.').meta({
    examples: ['https://github.com/acme/checkout'],
  }),
  path: z
    .string()
    .regex(patterns.path)
    .describe(
      'Folder in that repository: manifests or a kustomization; may hold {spoke} and {environment}. It is not looked for before the merge.',
    ),
  revision: z
    .string()
    .regex(patterns.revision)
    .describe('Full reference (`refs/heads/main`), version tag or commit; never a bare branch name.')
    .meta({ examples: ['v1.4.2', 'refs/heads/main'] }),
});

export const chartSchema = z.strictObject({
  repo: chartRepositorySchema.describe('Helm repository, or OCI registry with its path.').meta({
    examples: ['oci://example.com/charts'],
  }),
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]*$/)
    .describe('Name of the chart.'),
  version: semverSchema.describe('Exact version of the chart.'),
});

/** Values are handed to a chart as they are. */
export const chartValuesSchema = z
  .record(z.string(), z.unknown())
  .describe('Handed to the Helm chart as it is, merged over the values that the platform sets.');

/** Of a controller. */
export const featureGatesSchema = z
  .record(z.string(), z.boolean())
  .default({})
  .describe('Feature gates of the controller.');
export const concurrencySchema = z.int().min(1).max(100);

export const lifecycleSchema = z
  .enum(['active', 'retiring', 'retired'])
  .describe(
    '`retiring`: applications and add-ons leave. `retired`: the cloud resources may go. Then the file may be deleted. Steps cannot be skipped.',
  );

export const deletionPolicySchema = z
  .enum(['delete', 'retain'])
  .describe(
    'What happens to the cloud resources when it is retired: deleted, or left in the account without an owner.',
  );

export const tagsSchema = z
  .record(z.string().max(128).regex(patterns.tagKey), z.string().max(256).regex(patterns.tagValue))
  .describe('Tags on the cloud resources.')
  .meta({ examples: [{ 'cost-center': '4711' }] });
