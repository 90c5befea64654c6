import type { ChartFacts, PodSecurityLevel, Webhook, Workload } from '../../generators/addons/chart-facts.ts';
import type { KindIndex } from '../../generators/kube/kinds.ts';
import type { Manifest } from '../../generators/model/manifest.ts';
import { podFaults } from '../../generators/owners/applications/pod-security.ts';
import { containersIn, mapAt, mapsAt, type PodTemplate, podsIn } from '../../generators/owners/applications/pods-in.ts';
import type { PlainMap } from '../../generators/util/plain-map.ts';
import index from '../../schemas/kubernetes/index.json' with { type: 'json' };
import others from '../../schemas/kubernetes/others.json' with { type: 'json' };

const strictestFirst: readonly PodSecurityLevel[] = ['restricted', 'baseline', 'privileged'];

type ObjectFacts = Pick<ChartFacts, 'objects' | 'brings' | 'webhooks' | 'workloads' | 'podSecurity'>;

/** What stands in the objects of a chart; the same object of several renderings counts once. */
export function objectFacts(objects: readonly Manifest[], namespace: string): ObjectFacts {
  const isCluster = clusterScope(objects);
  const workloads = podsIn(objects).map((pod) => workloadOf(pod, namespace));
  return {
    objects: {
      cluster: namesByKind(objects.filter(isCluster), ({ metadata }) => metadata.name),
      namespaced: namesByKind(
        objects.filter((object) => !isCluster(object)),
        ({ metadata }) => `${metadata.namespace ?? namespace}/${metadata.name}`,
      ),
    },
    brings: distinct(crdsIn(objects).map(({ group, kind }) => `${group}/${kind}`)).sort(),
    webhooks: distinct(objects.flatMap(webhooksOf)),
    workloads: distinct(workloads),
    podSecurity: weakest(workloads.map(({ podSecurity }) => podSecurity)),
  };
}

/** By the kinds of Kubernetes and those that the chart brings; what neither knows is taken for an object of a namespace. */
function clusterScope(objects: readonly Manifest[]): (object: Manifest) => boolean {
  const known = { ...(index as KindIndex), ...(others as KindIndex) };
  const own = new Set(
    crdsIn(objects).flatMap(({ group, kind, scope }) => (scope === 'Cluster' ? [`${group}/${kind}`] : [])),
  );
  return ({ apiVersion, kind }) =>
    known[`${apiVersion}/${kind}`]?.scope === 'Cluster' || own.has(`${apiVersion.split('/')[0]}/${kind}`);
}

function crdsIn(objects: readonly Manifest[]) {
  return objects
    .filter(({ kind }) => kind === 'CustomResourceDefinition')
    .map((object) => {
      const spec = mapAt(object as unknown as PlainMap, 'spec');
      return { group: String(spec['group']), kind: String(mapAt(spec, 'names')['kind']), scope: spec['scope'] };
    });
}

function namesByKind(objects: readonly Manifest[], nameOf: (object: Manifest) => string) {
  const kindOf = ({ apiVersion, kind }: Manifest) => `${apiVersion}/${kind}`;
  const kinds = distinct(objects.map(kindOf)).sort();
  return Object.fromEntries(
    kinds.map((kind) => [kind, distinct(objects.filter((one) => kindOf(one) === kind).map(nameOf)).sort()]),
  );
}

function webhooksOf(object: Manifest): readonly Webhook[] {
  if (!object.kind.endsWith('WebhookConfiguration')) return [];
  return mapsAt(object as unknown as PlainMap, 'webhooks').map((webhook) => ({
    name: String(webhook['name']),
    path: String(mapAt(mapAt(webhook, 'clientConfig'), 'service')['path'] ?? ''),
    failurePolicy: String(webhook['failurePolicy'] ?? 'Fail'),
  }));
}

function workloadOf({ of: { kind, metadata }, spec }: PodTemplate, namespace: string): Workload {
  const ports = containersIn(spec)
    .flatMap((container) => mapsAt(container, 'ports'))
    .map(({ name, containerPort }) => [String(name ?? containerPort), Number(containerPort)] as const);
  return {
    name: `${kind} ${metadata.namespace ?? namespace}/${metadata.name}`,
    serviceAccount: String(spec['serviceAccountName'] ?? 'default'),
    ports: Object.fromEntries(ports),
    podSecurity: strictestFirst.find((level) => podFaults(spec, level).length === 0) ?? 'privileged',
  };
}

function weakest(levels: readonly PodSecurityLevel[]): PodSecurityLevel {
  return strictestFirst.findLast((level) => levels.includes(level)) ?? 'restricted';
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
