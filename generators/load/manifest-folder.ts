import { kustomizationNames, newKustomizer } from '../kube/kustomization.ts';
import type { AuthoredFolder, ManifestFolder } from '../model/fleet.ts';
import { type KustomizationList, kustomization } from '../model/kustomization.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { once } from '../util/once.ts';
import { printYaml } from '../yaml/print-yaml.ts';

export const manifestsRoot = (name: string): string => `hub/manifests/${name}`;

export function manifestFolder(folder: AuthoredFolder): ManifestFolder {
  const own = listOf(folder);
  return { ...folder, kustomization: own, built: once(() => build(folder, own)) };
}

function listOf({ files }: AuthoredFolder): KustomizationList | undefined {
  if (kustomizationNames.some((name) => files.has(name))) return undefined;
  return kustomization([...files.keys()].filter((path) => /\.ya?ml$/.test(path)).sort(byCodePoint));
}

function build({ name, files }: AuthoredFolder, own: KustomizationList | undefined) {
  const root = manifestsRoot(name);
  const texts = new Map([...files].map(([path, text]) => [`${root}/${path}`, text]));
  if (own !== undefined) texts.set(`${root}/kustomization.yaml`, printYaml(own));
  return newKustomizer((path) => texts.get(path)).build(root, root);
}
