import { extensionsByName } from '../util/extensions-by-name.ts';
import type { FleetCheck } from './check.ts';

/** By code. */
export const checks = extensionsByName(
  import.meta.glob<FleetCheck>(['./*/*.ts', '!./*/*.test.ts'], { eager: true, import: 'default' }),
);
