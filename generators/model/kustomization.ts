import type { Kustomization } from './manifest.ts';

/** A kustomization that lists files and folders, and does no more. */
export type KustomizationList = Kustomization & { readonly resources: readonly string[] };

/** A list of files and folders, relative to its own. */
export function kustomization(resources: readonly string[]): KustomizationList {
  return { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources };
}
