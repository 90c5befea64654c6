import type { Kustomization } from './manifest.ts';

/** A list of files and folders, relative to its own. */
export function kustomization(resources: readonly string[]): Kustomization & { readonly resources: readonly string[] } {
  return { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources };
}
