import type { FactKind } from '../model/fact.ts';
import type { Fleet, Spoke } from '../model/fleet.ts';
import { clusterName } from '../model/names.ts';
import type { Facts } from '../model/output.ts';
import type { Locate } from '../source/origin.ts';
import { kubernetesFact } from './kubernetes-fact.ts';
import { lifecycleFact } from './lifecycle-fact.ts';
import { hubFact, placeFacts } from './place-facts.ts';
import { layersFact, pinFacts, versionFacts } from './version-facts.ts';

const guard = 'lifecycle/changed-addresses';

/** Graphs declare what their clusters have besides. */
export const spokeFactKinds: readonly FactKind[] = [
  ...placeFacts,
  hubFact,
  { name: 'addresses', noun: 'network', at: ['network'], change: 'replaces', guard },
  { name: 'serviceCidr', noun: 'service addresses', at: ['serviceCidr'], change: 'replaces', guard },
  {
    name: 'cluster',
    noun: 'cluster name',
    at: ['cluster', 'name'],
    change: 'replaces',
    guard: 'lifecycle/changed-cluster',
    unrecorded: (spoke) => spoke,
  },
  kubernetesFact,
  lifecycleFact,
  layersFact,
  ...pinFacts,
];

/** What must not change silently of a spoke, wherever it stands; its cluster has more. */
export function spokeFacts(spoke: Spoke, fleet: Fleet): Facts {
  const { hub, account, region, network, lifecycle, serviceCidr } = spoke;
  const addresses =
    network.cidr ?? (network.use === undefined ? `existing ${network.existing?.vpcId}` : `use ${network.use}`);
  const retired = Object.entries(spoke.nodeGroups).flatMap(([name, group]) =>
    group.lifecycle === 'retired' ? [[`nodeGroups.${name}`, 'retired']] : [],
  );
  const kubernetes = spoke.versions.kubernetes;
  // Of a cluster with the name of its spoke nothing is recorded.
  const cluster = clusterName(spoke) === spoke.name ? {} : { cluster: clusterName(spoke) };
  const fixed = { hub, account, region, addresses, serviceCidr, kubernetes, lifecycle };
  return { ...fixed, ...cluster, ...versionFacts(spoke, fleet), ...Object.fromEntries(retired) };
}

/** As the spoke finds its fields; the zones of a node group that names none are those of its network. */
export function locateFacts({ locate, network, nodeGroups }: Spoke, { networks }: Fleet): Locate {
  return (path, at) => {
    const [field, group, part] = path;
    if (field !== 'nodeGroups' || part !== 'azs' || nodeGroups[String(group)]?.azs !== undefined)
      return locate(path, at);
    const shared = network.use === undefined ? undefined : networks.get(network.use);
    const zones = (shared ?? network).azs === undefined ? 'azCount' : 'azs';
    return shared === undefined ? locate(['network', zones], at) : shared.locate([zones], at);
  };
}
