import type { FactKind } from '../model/fact.ts';

/** What never changes of anything that is somewhere: its account, and its region. */
export const placeFacts: readonly FactKind[] = [
  { name: 'account', noun: 'account', at: ['account'], change: 'never', guard: 'lifecycle/changed-account' },
  { name: 'region', noun: 'region', at: ['region'], change: 'never', guard: 'lifecycle/changed-region' },
];

/** The hub follows from the account, unless it is the account's own. */
export const hubFact: FactKind = {
  name: 'hub',
  noun: 'hub',
  at: ['account'],
  change: 'never',
  guard: 'lifecycle/changed-hub',
};
