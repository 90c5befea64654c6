import type { z } from 'zod';
import { camelCaseKeys, extensionsByName } from '../util/extensions-by-name.ts';

/** What may be said of each add-on, by its name in the configuration. Only the model needs it: it brings zod along. */
export const addonOptions = camelCaseKeys(
  extensionsByName(import.meta.glob<z.ZodType>('./*/options.ts', { eager: true, import: 'default' })),
);
