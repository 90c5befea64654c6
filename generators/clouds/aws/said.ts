import type { z } from 'zod';

/** What is said in fields of the model, defaults written out. */
export type Said<Fields extends Readonly<Record<string, z.ZodType>>> = {
  readonly [Name in keyof Fields]: z.infer<Fields[Name]>;
};
