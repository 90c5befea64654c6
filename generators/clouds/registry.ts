import { extensionsByName } from '../util/extensions-by-name.ts';
import type { Cloud } from './cloud.ts';

export const clouds = extensionsByName(import.meta.glob<Cloud>('./*/index.ts', { eager: true, import: 'default' }));
