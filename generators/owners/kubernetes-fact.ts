import type { FactKind } from '../model/fact.ts';

export const minorOf = (version: string): number => Number(version.split('.')[1]);

/** A control plane stays, or goes up by one minor version. */
export function kubernetesSteps(from: string): readonly string[] | undefined {
  const minor = minorOf(from);
  return Number.isNaN(minor) ? undefined : [from, `1.${minor + 1}`];
}

export const kubernetesFact: FactKind = {
  name: 'kubernetes',
  noun: 'Kubernetes version',
  at: ['versions', 'kubernetes'],
  change: 'one-way',
  steps: kubernetesSteps,
};
