import { ownGraphs } from '../kro/own-graphs.ts';
import type { FactKind } from '../model/fact.ts';
import type { Fleet, Hub } from '../model/fleet.ts';
import type { Facts } from '../model/output.ts';
import { graphsInUse, graphsNeeded } from '../rgds/graphs-in-use.ts';
import { engineOf } from './engine.ts';
import { placeFacts } from './place-facts.ts';

/** The only one of releases that did not record it. */
const FIRST_ENGINE = 'argocd';
const guard = 'lifecycle/changed-hub';

export const hubFacts: readonly FactKind[] = [
  ...placeFacts,
  { name: 'partition', noun: 'partition', at: ['partition'], change: 'never', guard },
  { name: 'cluster', noun: 'cluster', at: ['cluster'], change: 'never', guard },
  // With a finalizer of the old engine on all that it delivers, and a new one that wants to deliver the same.
  { name: 'delivery', noun: 'engine', at: ['delivery'], change: 'never', guard, unrecorded: () => FIRST_ENGINE },
  // The same for all hubs, so it is told once.
  { name: 'organisation', noun: 'organisation', at: ['organisation'], change: 'never' },
  // `needed` by what the hub has, or only `kept`; those of people are `own`.
  { name: 'graphs.*', noun: 'graph', at: ['graphs'], change: 'in-place', onRemoval: 'replaces' },
];

export function factsOfHub(hub: Hub, fleet: Fleet): Facts {
  const { account, region, partition, cluster } = hub;
  const engine = engineOf(hub).name;
  const needed = new Set(graphsNeeded(hub, fleet).map(({ rgd }) => rgd));
  const graphs = graphsInUse(hub, fleet).map(({ rgd }) => [`graphs.${rgd.kind}`, needed.has(rgd) ? 'needed' : 'kept']);
  return {
    account,
    region,
    partition,
    cluster,
    ...(engine !== FIRST_ENGINE && { delivery: engine }),
    organisation: fleet.config.organisation,
    ...Object.fromEntries(graphs),
    ...Object.fromEntries(ownGraphs(hub, fleet).map(({ name }) => [`graphs.${name}`, 'own'])),
  };
}
