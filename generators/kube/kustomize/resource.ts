import type { Manifest } from '../../model/manifest.ts';
import { isOpenMap, type OpenMap } from '../../util/plain-map.ts';

/** An object on its way through the kustomizations that change it; `object` is changed in place and belongs to the build alone. */
export interface Resource {
  readonly object: OpenMap;
  /** Every name and namespace that it has had, the first as in its file. */
  readonly ids: ResourceId[];
  readonly prefixes: string[];
  readonly suffixes: string[];
  /** A generated one, whose name will end in a hash of its content. */
  readonly hashed: boolean;
}

export interface ResourceId {
  readonly name: string;
  readonly namespace: string;
}

/** What a map itself has: keys such as "constructor" are anybody's to write. */
export function own<Value>(map: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Sets an entry, also one with the key "__proto__". */
export function define(map: OpenMap, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
  else map[key] = value;
}

/** What a value lacks to be a Kubernetes object. */
export function missingIdentity(value: unknown): string | undefined {
  if (!isOpenMap(value) || typeof value['apiVersion'] !== 'string') return 'apiVersion';
  if (typeof value['kind'] !== 'string') return 'kind';
  const { metadata } = value;
  return isOpenMap(metadata) && typeof metadata['name'] === 'string' ? undefined : 'metadata.name';
}

/** A copy of plain data that shares nothing with it. */
export function copyOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf) as T;
  const copy: OpenMap = {};
  for (const key of Object.keys(value)) define(copy, key, copyOf((value as OpenMap)[key]));
  return copy as T;
}

export function newResource(object: OpenMap, hashed = false): Resource {
  const resource = { object, ids: [], prefixes: [], suffixes: [], hashed };
  rememberId(resource);
  return resource;
}

export function copyOfResource({ object, ids, prefixes, suffixes, hashed }: Resource): Resource {
  return { object: copyOf(object), ids: [...ids], prefixes: [...prefixes], suffixes: [...suffixes], hashed };
}

export function metadataOf(resource: Resource): OpenMap {
  return resource.object['metadata'] as OpenMap;
}

/** The current name and namespace; no namespace is the one called `default`. */
export function idOf(resource: Resource): ResourceId {
  const { name, namespace } = metadataOf(resource);
  return { name: String(name), namespace: namespace === undefined || namespace === '' ? 'default' : String(namespace) };
}

/** To be called after each change of name or namespace: references and selections go by every id that there was. */
export function rememberId(resource: Resource): void {
  resource.ids.push(idOf(resource));
}

export function kindOf(resource: Resource): string {
  return String(resource.object['kind']);
}

export function groupOf(resource: Resource): string {
  const apiVersion = String(resource.object['apiVersion']);
  return apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0));
}

export function versionOf(resource: Resource): string {
  const apiVersion = String(resource.object['apiVersion']);
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}

export function manifestOf(resource: Resource): Manifest {
  return resource.object as unknown as Manifest;
}

/** Kinds that have no namespace, by group; as kustomize does, whatever is not built in counts as namespaced. */
const clusterScoped: Readonly<Record<string, readonly string[]>> = {
  '': ['Namespace', 'Node', 'PersistentVolume', 'ComponentStatus'],
  'admissionregistration.k8s.io': [
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
  ],
  'apiextensions.k8s.io': ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  'certificates.k8s.io': ['CertificateSigningRequest', 'ClusterTrustBundle'],
  'flowcontrol.apiserver.k8s.io': ['FlowSchema', 'PriorityLevelConfiguration'],
  'networking.k8s.io': ['IPAddress', 'IngressClass', 'ServiceCIDR'],
  'node.k8s.io': ['RuntimeClass'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'resource.k8s.io': ['DeviceClass', 'ResourceSlice'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'],
};

export function isClusterScoped(resource: Resource): boolean {
  return own(clusterScoped, groupOf(resource))?.includes(kindOf(resource)) === true;
}
