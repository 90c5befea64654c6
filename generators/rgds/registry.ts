import type { Rgd } from '../model/rgd.ts';
import { extensionsByName } from '../util/extensions-by-name.ts';

export const rgds = extensionsByName(import.meta.glob<Rgd>('./*/*/*/index.ts', { eager: true, import: 'default' }));
