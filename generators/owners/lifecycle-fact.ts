import type { FactKind } from '../model/fact.ts';

const nextSteps: ReadonlyMap<string, readonly string[]> = new Map([
  ['active', ['active', 'retiring']],
  ['retiring', ['retiring', 'active', 'retired']],
  ['retired', ['retired']],
]);

export const lifecycleSteps = (from: string): readonly string[] | undefined => nextSteps.get(from);

/** What holds state in a cloud leaves step by step. */
export const lifecycleFact: FactKind = {
  name: 'lifecycle',
  noun: 'lifecycle',
  at: ['lifecycle'],
  change: 'one-way',
  steps: lifecycleSteps,
};
