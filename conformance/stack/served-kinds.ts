import type { Kube } from './kube.ts';
import { type KindRef, kinds, textAt, valueAt } from './kube-objects.ts';

export const isOfAck = (group: string): boolean => group.endsWith('.services.k8s.aws');

/** Whether a group is of kro, its graphs, Argo CD or ACK. */
export const isOfEngines = (group: string): boolean => group === 'kro.run' || group === 'argoproj.io' || isOfAck(group);

/** The kinds of these groups that the hub has CRDs of, each in the version in which it is stored. */
export async function servedKinds(hub: Kube, isAsked: (group: string) => boolean): Promise<readonly KindRef[]> {
  const crds = await hub.list(kinds.crd);
  return crds.flatMap((crd) => {
    const group = textAt(crd, 'spec.group');
    const versions = valueAt(crd, 'spec.versions') as readonly { readonly name: string; readonly storage: boolean }[];
    const version = versions.find(({ storage }) => storage)?.name;
    if (!isAsked(group) || version === undefined) return [];
    return [{ apiVersion: `${group}/${version}`, kind: textAt(crd, 'spec.names.kind') }];
  });
}
