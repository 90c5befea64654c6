import type { Problem } from '../diagnostics/diagnostic.ts';
import type { Manifest } from './manifest.ts';

/**
 * An error: kustomize, or Argo CD's use of it, would refuse this. A warning: they would not, but what they make of it is not
 * known here, so that it cannot be checked.
 */
export interface KustomizationProblem extends Problem {
  readonly severity: 'error' | 'warning';
}

/** What kustomize makes of a folder: all of it where there is no problem, else as much as could be understood. */
export interface Built {
  /** In the order in which they are listed; kustomize sorts them when it prints. */
  readonly objects: readonly Manifest[];
  readonly problems: readonly KustomizationProblem[];
}
