import { z } from 'zod';
import { limits } from '../../util/limits.ts';
import { labelsSchema } from './fields.ts';

const pointer = z
  .string()
  .regex(/^(\/([^~/]|~[01])*)+$/)
  .describe('JSON pointer to the field.');

const operationSchema = z.strictObject({
  op: z.enum(['add', 'replace', 'remove']).describe('What to do.'),
  path: pointer.meta({ examples: ['/spec/logRetentionDays'] }),
  value: z.unknown().optional().describe('The new value, for `add` and `replace`.'),
});

const targetSchema = z
  .strictObject({
    kind: z.string().min(1).describe('Kind of the objects.'),
    name: z.string().min(1).optional().describe('Name of the object; every name where it is not given.'),
    namespace: z
      .string()
      .min(1)
      .optional()
      .describe('Its namespace, where several have an object of that kind and name; `"*"` for all of them.'),
    labels: labelsSchema.optional().describe('Labels that the objects have, with these values.'),
  })
  .describe('Objects that are emitted for the spoke.');

export const patchSchema = z
  .strictObject({
    target: targetSchema,
    patch: z
      .array(operationSchema)
      .min(1)
      .max(limits.patches.most)
      .describe('JSON patch (RFC 6902: add, replace, remove).'),
  })
  .describe('Changes emitted objects before they are checked: the way out when a field is missing here.');

export type PatchTarget = Readonly<z.infer<typeof targetSchema>>;
