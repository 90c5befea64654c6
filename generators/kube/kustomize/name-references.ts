import { isOpenMap, type OpenMap } from '../../util/plain-map.ts';
import { visitField } from './field-path.ts';
import { groupOf, idOf, isClusterScoped, kindOf, metadataOf, type Resource } from './resource.ts';

/** A field of `referrer` that holds the name of a `target` (kustomize's defaults; a group restricts). */
interface NameReference {
  readonly target: string;
  readonly targetGroup?: string;
  readonly path: readonly string[];
}

const podSpecs: Readonly<Record<string, string>> = {
  Pod: 'spec',
  Deployment: 'spec/template/spec',
  StatefulSet: 'spec/template/spec',
  DaemonSet: 'spec/template/spec',
  Job: 'spec/template/spec',
  CronJob: 'spec/jobTemplate/spec/template/spec',
};

const inPodSpec: readonly (readonly [target: string, path: string])[] = [
  ...['containers', 'initContainers'].flatMap((list) => [
    ['ConfigMap', `${list}/env/valueFrom/configMapKeyRef/name`] as const,
    ['ConfigMap', `${list}/envFrom/configMapRef/name`] as const,
    ['Secret', `${list}/env/valueFrom/secretKeyRef/name`] as const,
    ['Secret', `${list}/envFrom/secretRef/name`] as const,
  ]),
  ['ConfigMap', 'volumes/configMap/name'],
  ['ConfigMap', 'volumes/projected/sources/configMap/name'],
  ['Secret', 'volumes/secret/secretName'],
  ['Secret', 'volumes/projected/sources/secret/name'],
  ['Secret', 'imagePullSecrets/name'],
  ['ServiceAccount', 'serviceAccountName'],
  ['PersistentVolumeClaim', 'volumes/persistentVolumeClaim/claimName'],
  ['PriorityClass', 'priorityClassName'],
];

const elsewhere: Readonly<Record<string, readonly (readonly [target: string, path: string])[]>> = {
  HorizontalPodAutoscaler: ['Deployment', 'ReplicaSet', 'StatefulSet'].map((kind) => [
    kind,
    'spec/scaleTargetRef/name',
  ]),
  Ingress: [
    ['Service', 'spec/rules/http/paths/backend/service/name'],
    ['Service', 'spec/defaultBackend/service/name'],
    ['Secret', 'spec/tls/secretName'],
    ['IngressClass', 'spec/ingressClassName'],
  ],
  StatefulSet: [
    ['Service', 'spec/serviceName'],
    ['StorageClass', 'spec/volumeClaimTemplates/spec/storageClassName'],
  ],
  ServiceAccount: [['Secret', 'imagePullSecrets/name']],
  Role: [
    ['ConfigMap', 'rules/resourceNames'],
    ['Secret', 'rules/resourceNames'],
  ],
  ClusterRole: [
    ['ConfigMap', 'rules/resourceNames'],
    ['Secret', 'rules/resourceNames'],
  ],
  RoleBinding: [
    ['Role', 'roleRef/name'],
    ['ClusterRole', 'roleRef/name'],
    ['ServiceAccount', 'subjects'],
  ],
  ClusterRoleBinding: [
    ['ClusterRole', 'roleRef/name'],
    ['ServiceAccount', 'subjects'],
  ],
  PersistentVolumeClaim: [
    ['PersistentVolume', 'spec/volumeName'],
    ['StorageClass', 'spec/storageClassName'],
  ],
  PersistentVolume: [['StorageClass', 'spec/storageClassName']],
  APIService: [['Service', 'spec/service/name']],
  MutatingWebhookConfiguration: [['Service', 'webhooks/clientConfig/service']],
  ValidatingWebhookConfiguration: [['Service', 'webhooks/clientConfig/service']],
};

const references: ReadonlyMap<string, readonly NameReference[]> = new Map(
  [...new Set([...Object.keys(podSpecs), ...Object.keys(elsewhere)])].map((kind) => {
    const podSpec = podSpecs[kind];
    const inPod =
      podSpec === undefined ? [] : inPodSpec.map(([target, path]) => [target, `${podSpec}/${path}`] as const);
    return [kind, [...inPod, ...(elsewhere[kind] ?? [])].map(([target, path]) => ({ target, path: path.split('/') }))];
  }),
);

/**
 * Follows names that prefixes, suffixes and hashes have changed. `ambiguous` is told of references that fit several objects,
 * which kustomize refuses.
 */
export function fixReferences(
  resources: readonly Resource[],
  ambiguous: (referrer: Resource, name: string) => void,
): void {
  const renamed = resources.filter((resource) => resource.ids.length > 1);
  if (renamed.length === 0) return;
  for (const referrer of resources) {
    for (const { target, path } of references.get(kindOf(referrer)) ?? []) {
      const candidates = resources.filter(
        (resource) => kindOf(resource) === target && fitsRole(referrer, path, resource),
      );
      if (candidates.length === 0) continue;
      visitField(referrer.object, path, false, (holder, field) => {
        const value = holder[field];
        const find = (name: string): Resource | undefined => select(referrer, name, candidates, ambiguous);
        if (typeof value === 'string') holder[field] = currentName(find(value)) ?? value;
        else if (Array.isArray(value)) holder[field] = value.map((item) => follow(item, find));
        else follow(value, find);
      });
    }
  }
}

/** A role binding names the kind beside the name. */
function fitsRole(referrer: Resource, path: readonly string[], candidate: Resource): boolean {
  if (path[0] !== 'roleRef') return true;
  const roleRef = referrer.object['roleRef'];
  return isOpenMap(roleRef) && roleRef['kind'] === kindOf(candidate) && roleRef['apiGroup'] === groupOf(candidate);
}

function currentName(resource: Resource | undefined): string | undefined {
  return resource === undefined ? undefined : idOf(resource).name;
}

/** A name, or a map with a name and perhaps a namespace. */
function follow(item: unknown, find: (name: string) => Resource | undefined): unknown {
  if (typeof item === 'string') return currentName(find(item)) ?? item;
  if (!isOpenMap(item) || typeof item['name'] !== 'string') return item;
  const found = find(item['name']);
  if (found === undefined || !mayStandIn(item, found)) return item;
  const namespace = metadataOf(found)['namespace'];
  item['name'] = idOf(found).name;
  if (namespace !== undefined) item['namespace'] = namespace;
  return item;
}

function mayStandIn(item: OpenMap, found: Resource): boolean {
  return item['namespace'] === undefined || found.ids.some(({ namespace }) => namespace === item['namespace']);
}

function select(
  referrer: Resource,
  name: string,
  candidates: readonly Resource[],
  ambiguous: (referrer: Resource, name: string) => void,
): Resource | undefined {
  const reachable = candidates.filter(
    (candidate) => candidate.ids.some((id) => id.name === name) && inReach(referrer, candidate),
  );
  if (reachable.length <= 1) return reachable[0];
  const near = reachable.filter(
    (candidate) => sameEnd(referrer.prefixes, candidate.prefixes) && sameEnd(referrer.suffixes, candidate.suffixes),
  );
  if (near.length > 1 && new Set(near.map((candidate) => idOf(candidate).name)).size > 1) ambiguous(referrer, name);
  return near[0];
}

function inReach(referrer: Resource, candidate: Resource): boolean {
  if (isClusterScoped(referrer) || isClusterScoped(candidate) || kindOf(candidate) === 'ServiceAccount') return true;
  return idOf(referrer).namespace === idOf(candidate).namespace;
}

/** What went through the same kustomizations has the same latest prefixes. */
function sameEnd(a: readonly string[], b: readonly string[]): boolean {
  const length = Math.min(a.length, b.length);
  for (let i = 1; i <= length; i++) if (a.at(-i) !== b.at(-i)) return false;
  return true;
}
