import type { Kube } from './kube.ts';
import { type KindRef, kinds, textAt, valueAt } from './kube-objects.ts';

/** The kinds of ACK that the hub serves. */
export async function kindsOfAck(hub: Kube): Promise<readonly KindRef[]> {
  const crds = await hub.list(kinds.crd);
  return crds
    .filter((crd) => textAt(crd, 'spec.group').endsWith('.services.k8s.aws'))
    .map((crd) => {
      const versions = valueAt(crd, 'spec.versions') as readonly { readonly name: string; readonly storage: boolean }[];
      const version = versions.find(({ storage }) => storage)?.name ?? '';
      return { apiVersion: `${textAt(crd, 'spec.group')}/${version}`, kind: textAt(crd, 'spec.names.kind') };
    });
}
