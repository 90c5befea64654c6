import type { Spoke } from '../model/fleet.ts';
import type { Rgd } from '../model/rgd.ts';
import { rgds } from './registry.ts';

/** Every graph of every cloud and version. */
export const everyGraph: readonly Rgd[] = Object.values(rgds);

/** The graphs of a version of a cloud's library, which is a folder. */
export function graphsOf(cloud: string, version: string): readonly Rgd[] {
  const folder = `${cloud}/${version}/`;
  const found = Object.entries(rgds).flatMap(([path, rgd]) => (path.startsWith(folder) ? [rgd] : []));
  if (found.length === 0) throw new Error(`there is no library ${folder}`);
  return found;
}

/** Whether a spoke, of the cloud of the graph, has an instance of it. */
export function hasInstance(spoke: Spoke, { ofSpoke, appliesTo }: Rgd): boolean {
  return ofSpoke !== undefined && (appliesTo?.(spoke) ?? true);
}
