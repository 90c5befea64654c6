import { isOpenMap, type OpenMap } from '../../util/plain-map.ts';
import { copyOf, define, own } from './resource.ts';

const podKinds = new Set([
  'Pod',
  'PodTemplate',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
]);

/** Lists of pods that are merged item by item, with the fields that identify an item; all other lists are replaced. */
const podLists: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  ports: ['containerPort', 'protocol'],
  imagePullSecrets: ['name'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  resourceClaims: ['name'],
  schedulingGates: ['name'],
};

const listsByKind: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  Service: { ports: ['port', 'protocol'] },
  ServiceAccount: { secrets: ['name'] },
  MutatingWebhookConfiguration: { webhooks: ['name'] },
  ValidatingWebhookConfiguration: { webhooks: ['name'] },
};

type MergeKeys = Readonly<Record<string, readonly string[]>>;

/**
 * Merges a strategic merge patch of kustomize into an object, in place: null removes, `$patch: delete` and `$patch: replace` do what they say,
 * new items of merged lists come first. Gives false when the object itself is deleted.
 */
export function mergeStrategically(object: OpenMap, patch: OpenMap): boolean {
  if (patch['$patch'] === 'delete') return false;
  const kind = String(object['kind']);
  const { apiVersion, kind: ownKind, metadata } = object;
  const { name, namespace } = metadata as OpenMap;
  mergeMap(object, patch, podKinds.has(kind) ? podLists : (own(listsByKind, kind) ?? {}));
  object['apiVersion'] = apiVersion;
  object['kind'] = ownKind;
  const kept = isOpenMap(object['metadata']) ? object['metadata'] : {};
  object['metadata'] = kept;
  kept['name'] = name;
  if (namespace === undefined) delete kept['namespace'];
  else kept['namespace'] = namespace;
  return true;
}

function mergeMap(target: OpenMap, patch: OpenMap, keys: MergeKeys): void {
  if (patch['$patch'] === 'replace') for (const field of Object.keys(target)) delete target[field];
  for (const field of Object.keys(patch)) {
    if (field === '$patch') continue;
    const merged = mergeValue(own(target, field), patch[field], keys, field);
    if (merged === undefined || merged === null) delete target[field];
    else define(target, field, merged);
  }
}

function mergeValue(target: unknown, patch: unknown, keys: MergeKeys, field: string): unknown {
  if (patch === null) return undefined;
  if (isOpenMap(patch)) {
    if (patch['$patch'] === 'delete') return undefined;
    const map = isOpenMap(target) ? target : {};
    mergeMap(map, patch, keys);
    return map;
  }
  const identifying = own(keys, field);
  if (Array.isArray(patch) && identifying !== undefined)
    return mergeList(Array.isArray(target) ? target : [], patch, identifying, keys);
  return copyOf(patch);
}

function mergeList(
  target: readonly unknown[],
  patch: readonly unknown[],
  identifying: readonly string[],
  keys: MergeKeys,
): unknown[] | undefined {
  const directive = patch.find(
    (item) => isOpenMap(item) && Object.keys(item).length === 1 && typeof item['$patch'] === 'string',
  ) as OpenMap | undefined;
  if (directive?.['$patch'] === 'delete') return undefined;
  const items = patch.filter((item) => item !== directive).filter(isOpenMap);
  const old = directive?.['$patch'] === 'replace' ? [] : target.filter(isOpenMap);
  const used = identifying.filter((field) => [...items, ...old].some((item) => item[field] !== undefined));
  const merged = new Map<OpenMap, unknown>();
  const added: unknown[] = [];
  for (const item of items) {
    const same = old.find((candidate) => !merged.has(candidate) && identifies(candidate, item, used));
    const value = mergeValue(same, item, keys, '');
    if (same !== undefined) merged.set(same, value);
    if (value !== undefined && (same === undefined || used.length === 1)) added.push(value);
  }
  // Items that several fields identify keep their places; others come where the patch has them, before the rest.
  const rest =
    used.length === 1
      ? old.filter((item) => !merged.has(item))
      : old.map((item) => (merged.has(item) ? merged.get(item) : item));
  return [...added, ...rest.filter((item) => item !== undefined)];
}

/** Equal in every identifying field that both have, and in at least one. */
function identifies(a: OpenMap, b: OpenMap, fields: readonly string[]): boolean {
  let equal = false;
  for (const field of fields) {
    if (a[field] === undefined || b[field] === undefined) continue;
    if (String(a[field]) !== String(b[field])) return false;
    equal = true;
  }
  return equal;
}
