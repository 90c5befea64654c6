import { z } from 'zod';
import { FORMAT } from '../migrations.ts';
import {
  chartRepositorySchema,
  imageBeginningSchema,
  mirrorRepositorySchema,
  nameSchema,
  platformRepositorySchema,
} from './fields.ts';
import { type Extensions, layerSchema } from './spoke.ts';
import { versionsSchema } from './versions.ts';

const mirrorsSchema = z
  .strictObject({
    charts: z
      .record(chartRepositorySchema, mirrorRepositorySchema)
      .default({})
      .describe('Chart repositories, or beginnings of their addresses, and what stands for them.')
      .meta({ examples: [{ 'oci://registry.k8s.io': 'oci://mirror.example.com/k8s' }] }),
    images: z
      .record(imageBeginningSchema, imageBeginningSchema)
      .default({})
      .describe('Beginnings of image names in bases, and what stands for them; charts take images in their values.')
      .meta({ examples: [{ 'registry.example.com': 'mirror.example.com' }] }),
  })
  .describe(
    'Where charts and images are really read from, for fleets without internet access. The longest beginning counts.',
  );

export function configSchema(extensions: Extensions) {
  return z.strictObject({
    format: z
      .literal(FORMAT)
      .describe('Format of the files of `config/`; `wheelwright migrate` brings older files to it, and writes it.'),
    organisation: nameSchema(20)
      .describe('Short name of the organisation; names of IAM roles begin with it.')
      .meta({ examples: ['acme'] }),
    repository: platformRepositorySchema.describe('This repository, as Argo CD reads it.'),
    versions: versionsSchema(extensions.cloud, extensions.libraries),
    mirrors: mirrorsSchema.default({ charts: {}, images: {} }),
    defaults: layerSchema(extensions).omit({ versions: true }).describe('The first layer of every spoke.'),
  });
}

export interface FleetConfig {
  readonly organisation: string;
  readonly repository: z.infer<typeof platformRepositorySchema>;
  readonly versions: z.infer<ReturnType<typeof versionsSchema>>;
  readonly mirrors: z.infer<typeof mirrorsSchema>;
}
