import { extensionsByName } from '../util/extensions-by-name.ts';
import type { Rgd } from './rgd.ts';

export const rgds = extensionsByName(import.meta.glob<Rgd>('./*/index.ts', { eager: true, import: 'default' }));
