import { isOpenMap } from '../../util/plain-map.ts';
import { groupOf, idOf, isClusterScoped, kindOf, metadataOf, type Resource, rememberId } from './resource.ts';

/** Neither prefix nor suffix: their names are given by others. */
function keepsName(resource: Resource): boolean {
  const kind = kindOf(resource);
  return (
    kind === 'CustomResourceDefinition' ||
    kind === 'Namespace' ||
    (kind === 'APIService' && groupOf(resource) === 'apiregistration.k8s.io')
  );
}

export function addPrefix(resource: Resource, prefix: string): void {
  if (keepsName(resource)) return;
  const metadata = metadataOf(resource);
  metadata['name'] = `${prefix}${String(metadata['name'])}`;
  resource.prefixes.push(prefix);
  rememberId(resource);
}

export function addSuffix(resource: Resource, suffix: string): void {
  if (keepsName(resource)) return;
  const metadata = metadataOf(resource);
  metadata['name'] = `${String(metadata['name'])}${suffix}`;
  resource.suffixes.push(suffix);
  rememberId(resource);
}

/** Puts a namespaced object into the namespace, renames a Namespace, and follows in the few fields that name one. */
export function setNamespace(resource: Resource, namespace: string): void {
  const { object } = resource;
  const kind = kindOf(resource);
  if (!isClusterScoped(resource)) metadataOf(resource)['namespace'] = namespace;
  if (kind === 'Namespace' && object['apiVersion'] === 'v1') metadataOf(resource)['name'] = namespace;
  if (kind === 'RoleBinding' || kind === 'ClusterRoleBinding') {
    for (const subject of Array.isArray(object['subjects']) ? object['subjects'] : []) {
      if (isOpenMap(subject) && subject['name'] === 'default') subject['namespace'] = namespace;
    }
  }
  rememberId(resource);
}

/** Two ways of writing the same object, in the sense of kustomize: group, kind, name and namespace are equal. */
export function identityOf(resource: Resource): string {
  const { name, namespace } = idOf(resource);
  return `${groupOf(resource)}/${kindOf(resource)} ${isClusterScoped(resource) ? '' : `${namespace}/`}${name}`;
}
