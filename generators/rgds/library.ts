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
