import { takeCensus } from './census.ts';
import type { CloudInventory } from './cloud.ts';
import type { KubeObject } from './kube-objects.ts';
import type { Stack } from './stack.ts';

/** What there is, on the hub and in AWS. */
export interface Stock {
  readonly census: readonly KubeObject[];
  readonly resources: CloudInventory;
}

export async function takeStock({ hub, cloud }: Stack): Promise<Stock> {
  return { census: await takeCensus(hub), resources: await cloud.resources() };
}

/** Argo CD has labels of spokes, kro and ACK have their namespaces. */
function belongsTo({ metadata: { namespace, labels = {} } }: KubeObject, spokes: readonly string[]): boolean {
  const label = labels['wheelwright.dev/spoke'];
  return spokes.some((spoke) => spoke === label || namespace === `spoke-${spoke}`);
}

/** What is left when spokes have gone. A thing in AWS is theirs by the name of its cluster, or if nobody else mentions it. */
export function withoutSpokes({ census, resources }: Stock, spokes: readonly string[]): Stock {
  const left = census.filter((object) => !belongsTo(object, spokes));
  const theirs = JSON.stringify(census.filter((object) => belongsTo(object, spokes)));
  const ofOthers = JSON.stringify(left);
  const stays = (thing: string) => {
    const cluster = thing.split(/[/ ]/)[0] ?? '';
    const id = JSON.stringify(thing.split(' ')[0]);
    return !spokes.includes(cluster) && (!theirs.includes(id) || ofOthers.includes(id));
  };
  const places = Object.entries(resources).map(([place, types]) => {
    const kept = Object.entries(types).map(([type, things]) => [type, things.filter(stays)] as const);
    return [place, Object.fromEntries(kept.filter(([, things]) => things.length > 0))] as const;
  });
  return { census: left, resources: Object.fromEntries(places) };
}
