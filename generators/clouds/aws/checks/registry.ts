import type { CloudCheck } from '../../../model/check.ts';
import { extensionsByName } from '../../../util/extensions-by-name.ts';

/** By code. */
export const checks = extensionsByName(
  import.meta.glob<CloudCheck>(['./*/*.ts', '!./*/*.test.ts'], { eager: true, import: 'default' }),
);
