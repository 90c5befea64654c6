import { cloudNamed } from '../../clouds/cloud-named.ts';
import type { Fleet, Hub } from '../../model/fleet.ts';
import { cloudsOf } from '../../rgds/graphs-in-use.ts';

/** Where the controllers of a hub run: those of its clouds, and kro. */
export function controllerNamespaces(hub: Hub, fleet: Fleet): readonly string[] {
  return [...cloudsOf(hub, fleet).map((name) => cloudNamed(name).namespace), 'kro-system'];
}
