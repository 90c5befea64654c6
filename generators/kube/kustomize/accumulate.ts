import type { Path } from '../../source/path.ts';
import { generateConfigMap } from './config-maps.ts';
import { grow } from './grow.ts';
import { type Build, fileLayer, type Layer, localFile, localPath } from './layer.ts';
import { identityOf } from './names.ts';
import { copyOf, idOf, kindOf, newResource, type Resource } from './resource.ts';
import { transform } from './transform.ts';

/** Everything that a folder stands for, before hashes and references; a component changes what there is already. */
export function accumulateFolder(build: Build, folder: string, component: boolean, resources: Resource[]): Resource[] {
  const parsed = build.files.kustomization(folder);
  if (parsed === undefined) throw new Error(`no kustomization in ${folder}`);
  for (const problem of parsed.problems) build.problems.push(problem);
  if (parsed.kustomization === undefined) return resources;
  const layer = fileLayer(build, folder, parsed, parsed.kustomization);
  const isComponent = parsed.kustomization.kind === 'Component';
  if (isComponent !== component) {
    layer.error(
      ['kind'],
      component
        ? 'A component has `kind: Component`.'
        : 'A component cannot be a resource; it is listed in `components`.',
    );
    return resources;
  }
  return accumulate({ ...build, within: build.within ?? folder, open: [...build.open, folder] }, layer, resources);
}

/** In kustomize's order: resources, generators, components, and then the changes to all of them. */
function accumulate(build: Build, layer: Layer, inherited: Resource[]): Resource[] {
  const resources = gather(build, layer, inherited);
  transform(build, layer, resources);
  return resources;
}

/** What a kustomization is about, before its own changes. */
export function gather(build: Build, layer: Layer, inherited: Resource[]): Resource[] {
  const { kustomization } = layer;
  let resources = inherited;
  const identities = new Set(inherited.map(identityOf));
  for (const [index, entry] of (kustomization.resources ?? []).entries()) {
    const at = ['resources', index];
    addAll(layer, at, resources, identities, resourcesOf(build, layer, entry, at));
  }
  for (const [index, entry] of (kustomization.configMapGenerator ?? []).entries()) {
    const at = ['configMapGenerator', index];
    const generated = generateConfigMap(entry, kustomization.generatorOptions, (path, field) => {
      const file = localFile(build, layer, path, [...at, field]);
      const text = file === undefined ? undefined : build.files.text(file);
      return text === undefined || grow(build, layer, at, path, { bytes: text.length }) ? text : '';
    });
    if ('fault' in generated) layer.error([...at, generated.field], `ConfigMap "${entry.name}": ${generated.fault}.`);
    else if (grow(build, layer, at, entry.name, { objects: 1 }))
      addAll(layer, at, resources, identities, [generated.resource]);
  }
  for (const [index, entry] of (kustomization.components ?? []).entries()) {
    const target = folderOf(build, layer, entry, ['components', index]);
    if (target !== undefined) resources = accumulateFolder(build, target, true, resources);
  }
  return resources;
}

/** `identities`: of the resources that are there. */
function addAll(
  layer: Layer,
  path: Path,
  resources: Resource[],
  identities: Set<string>,
  added: readonly Resource[],
): void {
  for (const resource of added) {
    const identity = identityOf(resource);
    if (identities.has(identity)) {
      layer.error(path, `There is a second ${kindOf(resource)} "${idOf(resource).name}".`);
    } else {
      identities.add(identity);
      resources.push(resource);
    }
  }
}

function folderOf(build: Build, layer: Layer, entry: string, at: Path): string | undefined {
  const path = localPath(build, layer, entry, at);
  if (path === undefined) return undefined;
  if (build.open.includes(path)) {
    layer.error(at, `"${entry}" leads back to a folder that includes this one.`);
    return undefined;
  }
  if (build.files.kustomization(path) !== undefined)
    return grow(build, layer, at, entry, { folders: 1 }) ? path : undefined;
  layer.error(at, `There is no kustomization in "${entry}".`);
  return undefined;
}

function resourcesOf(build: Build, layer: Layer, entry: string, at: Path): readonly Resource[] {
  const path = localPath(build, layer, entry, at);
  if (path === undefined) return [];
  const file = build.files.objects(path);
  if (file !== undefined) {
    if (localFile(build, layer, entry, at) === undefined) return [];
    const bytes = build.files.text(path)?.length ?? 0;
    if (!grow(build, layer, at, entry, { objects: file.objects.length, bytes })) return [];
    for (const problem of file.problems) build.problems.push(problem);
    return file.objects.map((object) => newResource(copyOf(object)));
  }
  if (build.files.kustomization(path) === undefined) {
    layer.error(at, `There is neither a file nor a folder with a kustomization at "${entry}".`);
    return [];
  }
  const folder = folderOf(build, layer, entry, at);
  return folder === undefined ? [] : accumulateFolder(build, folder, false, []);
}
