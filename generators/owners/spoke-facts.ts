import type { Fleet, Spoke } from '../model/fleet.ts';
import type { Facts } from '../model/output.ts';
import type { EksClusterSpec } from '../rgds/eks-cluster/spec.ts';
import type { Locate } from '../source/origin.ts';
import { versionFacts } from './version-facts.ts';

/** What must not change silently of a spoke, whose cluster is emitted with this spec. */
export function spokeFacts(
  spoke: Spoke,
  fleet: Fleet,
  { endpoint: { public: isPublic, publicAccessCIDRs }, nodeGroups }: EksClusterSpec,
): Facts {
  const { hub, account, region, network, lifecycle, serviceCidr } = spoke;
  const addresses =
    network.cidr ?? (network.use === undefined ? `existing ${network.existing?.vpcId}` : `use ${network.use}`);
  // What AWS fixes when it makes a node group.
  const made = nodeGroups.map(({ name, instanceTypes, amiType, capacityType, diskSize, azs }) => [
    `nodeGroups.${name}`,
    [...instanceTypes, amiType, capacityType, `${diskSize} GiB`, ...azs].join(' '),
  ]);
  const retired = Object.entries(spoke.nodeGroups).flatMap(([name, group]) =>
    group.lifecycle === 'retired' ? [[`nodeGroups.${name}`, 'retired']] : [],
  );
  const kubernetes = spoke.versions.kubernetes;
  const endpoint = [isPublic ? 'public' : 'private', ...publicAccessCIDRs].join(' ');
  const fixed = { hub, account, region, addresses, serviceCidr, kubernetes, lifecycle, endpoint };
  return { ...fixed, ...versionFacts(spoke, fleet), ...Object.fromEntries([...made, ...retired]) };
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
