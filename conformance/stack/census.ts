import { canonicalJson } from '../../generators/util/canonical-json.ts';
import type { Kube } from './kube.ts';
import { type Fields, type KindRef, type KubeObject, kinds, textAt, valueAt } from './kube-objects.ts';

const isCounted = (group: string) =>
  group === 'kro.run' || group === 'argoproj.io' || group.endsWith('.services.k8s.aws');

async function countedKinds(hub: Kube): Promise<readonly KindRef[]> {
  const crds = await hub.list(kinds.crd);
  return crds.flatMap((crd) => {
    const group = textAt(crd, 'spec.group');
    const versions = valueAt(crd, 'spec.versions') as readonly { name: string; storage: boolean }[];
    const version = versions.find(({ storage }) => storage)?.name;
    if (!isCounted(group) || version === undefined) return [];
    return [{ apiVersion: `${group}/${version}`, kind: textAt(crd, 'spec.names.kind') }];
  });
}

/** Every object of Argo CD, kro and ACK on the hub, and the Secrets and ConfigMaps that kro made. */
export async function takeCensus(hub: Kube): Promise<readonly KubeObject[]> {
  const counted = await Promise.all((await countedKinds(hub)).map((kind) => hub.list(kind)));
  const labels = 'app.kubernetes.io/managed-by=kro';
  const made = await Promise.all([kinds.secret, kinds.configMap].map((kind) => hub.list(kind, { labels })));
  return [...counted, ...made].flat();
}

/** What somebody asked for, without what servers and controllers note beside it. */
export function wishOf({ apiVersion, kind, metadata, spec, ...rest }: KubeObject): string {
  const { status: _, ...content } = rest as Fields;
  return canonicalJson({ apiVersion, kind, labels: metadata.labels ?? {}, spec, ...content });
}
