import { z } from 'zod';
import { limits } from '../util/limits.ts';

const pointer = z
  .string()
  .regex(/^(\/([^~/]|~[01])*)+$/)
  .describe('JSON pointer to the field.');

const operationSchema = z.strictObject({
  op: z.enum(['add', 'replace', 'remove']).describe('What to do.'),
  path: pointer.meta({ examples: ['/spec/logRetentionDays'] }),
  value: z.unknown().optional().describe('The new value, for `add` and `replace`.'),
});

export const patchSchema = z
  .strictObject({
    target: z
      .strictObject({
        kind: z.string().min(1).describe('Kind of the object.'),
        name: z.string().min(1).describe('Name of the object.'),
      })
      .describe('An object that is emitted for the spoke.'),
    patch: z
      .array(operationSchema)
      .min(1)
      .max(limits.patches.most)
      .describe('JSON patch (RFC 6902: add, replace, remove).'),
  })
  .describe('Changes an emitted object before it is checked: the way out when a field is missing here.');
