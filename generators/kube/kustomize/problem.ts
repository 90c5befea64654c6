import type { Problem } from '../../diagnostics/diagnostic.ts';

/**
 * An error: kustomize, or Argo CD's use of it, would refuse this. A warning: they would not, but what they make of it is not
 * known here, so that it cannot be checked.
 */
export interface KustomizationProblem extends Problem {
  readonly severity: 'error' | 'warning';
}
