import { canonicalJson } from '../../generators/util/canonical-json.ts';
import type { Kube } from './kube.ts';
import { type Fields, type KubeObject, kinds } from './kube-objects.ts';
import { isOfEngines, servedKinds } from './served-kinds.ts';

/** Every object of Argo CD, kro and ACK on the hub, and the Secrets and ConfigMaps that kro made. */
export async function takeCensus(hub: Kube): Promise<readonly KubeObject[]> {
  const counted = await Promise.all((await servedKinds(hub, isOfEngines)).map((kind) => hub.list(kind)));
  const labels = 'app.kubernetes.io/managed-by=kro';
  const made = await Promise.all([kinds.secret, kinds.configMap].map((kind) => hub.list(kind, { labels })));
  return [...counted, ...made].flat();
}

/** What somebody asked for, without what servers and controllers note beside it. */
export function wishOf({ apiVersion, kind, metadata, spec, ...rest }: KubeObject): string {
  const { status: _, ...content } = rest as Fields;
  return canonicalJson({ apiVersion, kind, labels: metadata.labels ?? {}, spec, ...content });
}
