import type { Engine } from '../delivery/engine.ts';
import { delivery } from '../delivery/registry.ts';

/** What delivers the fleet. */
export const engine: Engine = delivery.argocd;
