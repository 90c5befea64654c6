import type { FactKind } from '../model/fact.ts';
import type { OwnerKind } from '../model/output.ts';
import { everyGraph } from '../rgds/library.ts';
import { accountFacts } from './account.ts';
import { hubFacts } from './hub-facts.ts';
import { networkFacts } from './network.ts';
import { spokeFactKinds } from './spoke-facts.ts';

const ofGraphs = everyGraph.flatMap(({ facts = [] }) => facts);

/** What is recorded of each kind of owner: what it declares itself, and what graphs declare of the clusters that they make. */
export const factKinds: Readonly<Record<OwnerKind, readonly FactKind[]>> = {
  hub: hubFacts,
  account: accountFacts,
  network: networkFacts,
  spoke: [...spokeFactKinds, ...ofGraphs],
  library: [],
  base: [],
  component: [],
};
