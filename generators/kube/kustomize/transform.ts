import { sortedKeys } from '../../util/code-point-order.ts';
import { isOpenMap } from '../../util/plain-map.ts';
import { changeImages } from './images.ts';
import { addAnnotations, addLabels } from './labels.ts';
import { type Build, type Layer, localFile } from './layer.ts';
import { addPrefix, addSuffix, setNamespace } from './names.ts';
import { applyPatch } from './patches.ts';
import { kindOf, type Resource } from './resource.ts';

/** Kinds whose number of copies `replicas` can set. */
export const scalableKinds: ReadonlySet<string> = new Set([
  'Deployment',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
]);

/** The changes that a kustomization makes, in kustomize's order. */
export function transform(build: Build, layer: Layer, resources: Resource[]): void {
  const { namespace, namePrefix, nameSuffix, labels, commonLabels, commonAnnotations, images } = layer.kustomization;
  patch(build, layer, resources);
  for (const resource of resources) {
    if (namespace) setNamespace(resource, namespace);
    if (namePrefix) addPrefix(resource, namePrefix);
    if (nameSuffix) addSuffix(resource, nameSuffix);
    for (const { pairs, includeSelectors = false, includeTemplates = false } of labels ?? []) {
      if (sortedKeys(pairs ?? {}).length > 0)
        addLabels(resource, pairs, { selectors: includeSelectors, templates: includeTemplates });
    }
    if (commonLabels !== undefined) addLabels(resource, commonLabels, { selectors: true, templates: true });
    if (commonAnnotations !== undefined) addAnnotations(resource, commonAnnotations);
  }
  setReplicas(layer, resources);
  for (const change of images ?? []) changeImages(resources, change, build.patterns);
}

function patch(build: Build, layer: Layer, resources: Resource[]): void {
  for (const [index, entry] of (layer.kustomization.patches ?? []).entries()) {
    const at = ['patches', index];
    if ((entry.patch === undefined) === (entry.path === undefined)) {
      layer.error(at, 'An entry of `patches` has either `patch` or `path`.');
      continue;
    }
    const path = entry.path === undefined ? undefined : localFile(build, layer, entry.path, [...at, 'path']);
    if (entry.path !== undefined && path === undefined) continue;
    const text = path === undefined ? entry.patch : build.files.text(path);
    if (text === undefined) {
      layer.error([...at, 'path'], `There is no file "${entry.path}".`);
      continue;
    }
    const result = applyPatch(resources, entry, build.files.patch(text), build.patterns);
    if (result === 'applied') continue;
    if ('fault' in result) layer.error(at, `The patch does not apply: ${result.fault}.`);
    else
      layer.unpredicted(
        at,
        `In a patch, ${result.unpredicted} is not imitated, so the objects that kustomize makes of this folder are not checked.`,
      );
  }
}

function setReplicas(layer: Layer, resources: readonly Resource[]): void {
  for (const [index, { name, count }] of (layer.kustomization.replicas ?? []).entries()) {
    const found = resources.filter(
      (resource) => scalableKinds.has(kindOf(resource)) && resource.ids.some((id) => id.name === name),
    );
    if (found.length === 0)
      layer.error(['replicas', index], `There is no workload "${name}" whose replicas could be set.`);
    for (const { object } of found) {
      if (!isOpenMap(object['spec'])) object['spec'] = {};
      (object['spec'] as Record<string, unknown>)['replicas'] = count;
    }
  }
}
