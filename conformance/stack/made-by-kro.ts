import type { Kube } from './kube.ts';
import { type KubeObject, kinds } from './kube-objects.ts';
import { isOfAck, servedKinds } from './served-kinds.ts';

/** What kro made, in its labels the instance and the node of each: of all instances, or of those in a namespace. */
export async function madeByKro(hub: Kube, namespace?: string): Promise<readonly KubeObject[]> {
  const served = await servedKinds(hub, (group) => group === 'kro.run' || isOfAck(group));
  const ofNamespace = namespace === undefined ? '' : `,kro.run/instance-namespace=${namespace}`;
  const labels = `kro.run/owned=true${ofNamespace}`;
  const lists = await Promise.all([...served, kinds.configMap, kinds.secret].map((kind) => hub.list(kind, { labels })));
  return lists.flat().filter(({ metadata }) => metadata.labels?.['kro.run/node-id'] !== undefined);
}
