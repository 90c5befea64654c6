import type { CloudModel } from '../model/cloud-model.ts';
import { extensionsByName } from '../util/extensions-by-name.ts';

/** What each cloud lets people write, by its name. Only the model needs it: it brings zod along. */
export const cloudModels = extensionsByName(
  import.meta.glob<CloudModel>('./*/model.ts', { eager: true, import: 'default' }),
);
