import type { FleetCheck } from '../../../model/check.ts';
import { extensionsByName } from '../../../util/extensions-by-name.ts';

/** By code. */
export const checks = extensionsByName(
  import.meta.glob<FleetCheck>(['./*/*.ts', '!./*/*.test.ts'], { eager: true, import: 'default' }),
);
