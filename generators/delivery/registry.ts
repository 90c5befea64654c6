import { extensionsByName } from '../util/extensions-by-name.ts';
import type { DeliveryEngine } from './engine.ts';

export const delivery = extensionsByName<DeliveryEngine, 'argocd'>(
  import.meta.glob<DeliveryEngine>('./*/index.ts', { eager: true, import: 'default' }),
);
