import type { Bundle, BundleSource } from './bundle.ts';
import { CONTROLLER_WAVE } from './names.ts';

type Chart = Omit<Extract<BundleSource, { readonly kind: 'chart' }>, 'kind'>;

/** What every controller of a hub has in common: its chart comes before all that it works on, in a namespace of controllers. */
export function controllerBundle(name: string, namespace: string, chart: Chart): Bundle {
  return {
    ...{ name, wave: CONTROLLER_WAVE, project: 'controllers', cluster: 'hub', namespace, createNamespace: true },
    source: { kind: 'chart', ...chart },
  };
}
