import { extensionsByName } from '../util/extensions-by-name.ts';
import type { Engine } from './engine.ts';

export const delivery = extensionsByName<Engine, 'argocd'>(
  import.meta.glob<Engine>('./*/index.ts', { eager: true, import: 'default' }),
);
