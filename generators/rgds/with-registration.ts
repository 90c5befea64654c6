import type { Registration } from '../model/cluster-access.ts';
import type { Rgd } from '../model/rgd.ts';

/** A graph with the nodes by which an engine gets to know the cluster that it makes; any other graph as it is. */
export function withRegistration(rgd: Rgd, registration: Registration): Rgd {
  if (rgd.access === undefined) return rgd;
  const { after, ...access } = rgd.access;
  const index = rgd.resources.findIndex(({ id }) => id === after);
  if (index < 0) throw new Error(`${rgd.kind}: no node ${after}`);
  const { resources = [] } = registration(access) ?? {};
  return { ...rgd, resources: rgd.resources.toSpliced(index + 1, 0, ...resources) };
}
