import { extensionsByName } from '../util/extensions-by-name.ts';
import type { Check } from './check.ts';

/** By code. */
export const checks = extensionsByName(
  import.meta.glob<Check>(['./*/*.ts', '!./*/*.test.ts'], { eager: true, import: 'default' }),
);
