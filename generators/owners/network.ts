import type { FactKind } from '../model/fact.ts';
import type { Account, Fleet, Hub, Network } from '../model/fleet.ts';
import { networkNamespace } from '../model/out-paths.ts';
import type { OwnerDraft } from '../model/output.ts';
import { graphsOf } from '../rgds/library.ts';
import { engineOf } from './engine.ts';
import { lifecycleFact } from './lifecycle-fact.ts';
import { accountScopedNamespace } from './namespaces.ts';
import { accountFolder, networkFolder } from './paths.ts';
import { hubFact, placeFacts } from './place-facts.ts';
import { plainData } from './plain-data.ts';

export const networkFacts: readonly FactKind[] = [
  ...placeFacts,
  hubFact,
  { name: 'cidr', noun: 'addresses', at: ['cidr'], change: 'replaces', guard: 'lifecycle/changed-addresses' },
  lifecycleFact,
];

/** A network with a life of its own. */
export function draftNetwork(network: Network, account: Account, hub: Hub, fleet: Fleet): OwnerDraft {
  const mark = engineOf(hub).marks;
  const { name, region, cidr, lifecycle } = network;
  const instances = graphsOf(account.cloud, hub.versions.library).flatMap(
    ({ ofNetwork }) => ofNetwork?.(network, fleet, mark) ?? [],
  );
  return {
    owner: { kind: 'network', name },
    input: plainData(network),
    facts: { hub: hub.name, account: account.name, region, cidr, lifecycle },
    locate: network.locate,
    files: [
      {
        path: `${accountFolder(account)}/_network-${name}.yaml`,
        from: network.file,
        manifests: [accountScopedNamespace(networkNamespace(name), account, region, mark)],
      },
      ...instances.map(({ file, manifest, traces }) => ({
        path: `${networkFolder(hub.name, network)}/${file}` as const,
        from: network.file,
        manifests: [manifest],
        traces,
      })),
    ],
  };
}
