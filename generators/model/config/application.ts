import { z } from 'zod';
import { patterns } from '../../schema/config/patterns.ts';
import { chartSchema, chartValuesSchema, fleetNameSchema, nameSchema, sourceRepositorySchema } from './fields.ts';
import { identitySchema } from './identity.ts';

export const applicationSchema = z
  .strictObject({
    team: fleetNameSchema.describe('Team that owns it; the spoke must list the team.'),
    namespace: nameSchema(63).describe("Namespace on the spoke; one of the team's."),
    source: sourceRepositorySchema.optional().describe('Manifests or a kustomization in a Git repository.'),
    base: nameSchema(40).optional().describe('Name of a kustomize base below `spokes/bases`.'),
    components: z
      .array(nameSchema(40))
      .default([])
      .describe(
        'Kustomize components (`spokes/components/<name>`), applied to the base in this order: not the layers of a spoke.',
      ),
    set: z
      .strictObject({
        image: z
          .string()
          .regex(patterns.image)
          .optional()
          .describe('Image of the workload, with a tag or a digest.')
          .meta({ examples: ['registry.example.com/ledger:2.1'] }),
        namePrefix: z
          .string()
          .regex(/^[a-z][a-z0-9-]{0,38}-$/)
          .optional()
          .describe(
            'Begins the name of every object, so that a second application of the base can stand in the same namespace. Texts of the base that hold a name stay as they are.',
          )
          .meta({ examples: ['ledger-'] }),
        replicas: z.int().min(0).max(1000).optional().describe('Number of replicas of the workload.'),
      })
      .default({})
      .describe('What this application changes in the base.'),
    chart: chartSchema.optional().describe('A Helm chart.'),
    values: chartValuesSchema.optional(),
    identity: identitySchema.optional(),
  })
  .describe('An application of a team. Exactly one of `source`, `base` and `chart`.');
