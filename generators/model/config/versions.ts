import { z } from 'zod';
import type { CloudModel } from '../cloud-model.ts';
import { kubernetesVersionSchema, semverSchema } from './fields.ts';

const spokeVersions = (cloud: CloudModel) => ({
  kubernetes: kubernetesVersionSchema.describe('Kubernetes minor version of the cluster.').meta({ examples: ['1.35'] }),
  ...(cloud.versions as Record<never, never>),
  addons: z
    .record(z.string(), semverSchema)
    .default({})
    .describe('Chart versions of add-ons, by name: pins without enabling.')
    .meta({ examples: [{ metricsServer: '3.13.1' }] }),
});

const hubVersions = (cloud: CloudModel, libraries: readonly string[]) => ({
  library: z.enum(libraries).describe('Version of the library of ResourceGraphDefinitions.'),
  kro: semverSchema.describe('Version of the kro chart.'),
  ...(cloud.hubVersions as Record<never, never>),
});

export const spokeVersionsSchema = (cloud: CloudModel) =>
  z
    .strictObject(spokeVersions(cloud))
    .describe('What this cluster runs. May stand in every layer, so that an upgrade moves from layer to layer.');
export const hubVersionsSchema = (cloud: CloudModel, libraries: readonly string[]) =>
  z.strictObject(hubVersions(cloud, libraries)).describe('What this hub runs, where it differs from `config.yaml`.');
export const versionsSchema = (cloud: CloudModel, libraries: readonly string[]) =>
  z
    .strictObject({ ...spokeVersions(cloud), ...hubVersions(cloud, libraries) })
    .describe(
      'Every version that the fleet runs. Nothing is upgraded by a new Wheelwright: only by a change here or in a layer.',
    );

export type HubVersions = z.infer<ReturnType<typeof hubVersionsSchema>>;
