import { awsAccount } from '../../../../clouds/aws/aws-account.ts';
import { type AwsSpoke, awsSpoke } from '../../../../clouds/aws/aws-spoke.ts';
import { nameBeginning } from '../../../../clouds/aws/name-beginning.ts';
import { chosenZones } from '../../../../clouds/aws/network-plan.ts';
import { argocdRole } from '../../../../clouds/aws/roles.ts';
import type { Account, Fleet, Hub, Spoke } from '../../../../model/fleet.ts';
import type { Mark } from '../../../../model/marks.ts';
import { clusterName } from '../../../../model/names.ts';
import { networkNamespace, spokeNamespace } from '../../../../model/out-paths.ts';
import type { Instance } from '../../../../model/rgd.ts';
import { textFactsOf } from '../../../../model/text-facts.ts';
import { instanceAnnotations } from '../../../instance-annotations.ts';
import { existingLayout, ownLayout } from '../network-layout.ts';
import { clusterAccess } from './access-inputs.ts';
import { addonInputs, podIdentities } from './addon-inputs.ts';
import { factsOf } from './facts.ts';
import { nodeGroupInputs } from './node-group-inputs.ts';
import type { EksClusterSpec } from './spec.ts';
import { eksClusterTraces } from './traces.ts';

/** The instance of EKSCluster, with every default of the graph written out: what is not, differs for ever between Git and the cluster. */
export function eksClusterOf(spoke: Spoke, fleet: Fleet, mark: Mark): Instance {
  const { name } = spoke;
  const spec = eksClusterSpec(awsSpoke(spoke), fleet);
  const metadata = { name, namespace: spokeNamespace(name), annotations: instanceAnnotations(mark) };
  return {
    file: 'cluster.yaml',
    manifest: { apiVersion: 'kro.run/v1alpha1', kind: 'EKSCluster', metadata, spec },
    traces: () => eksClusterTraces(spoke, spec),
    facts: factsOf(spec),
  };
}

function eksClusterSpec(spoke: AwsSpoke, fleet: Fleet): EksClusterSpec {
  const hub = fleet.hubs.get(spoke.hub) as Hub;
  const account = fleet.accounts.get(spoke.account) as Account;
  const zones = zonesOf(spoke, fleet);
  return {
    ...names(spoke),
    region: spoke.region,
    partition: hub.partition,
    version: spoke.versions.kubernetes,
    supportType: spoke.eks.supportType,
    ...networkInput(spoke),
    // Two are enough for the control plane, and AWS takes no other zones later: a third zone of the network must not move them.
    controlPlaneAZs: zones.slice(0, 2),
    serviceIPv4CIDR: spoke.serviceCidr,
    endpoint: endpointInput(spoke, hub),
    logTypes: spoke.eks.logging.types,
    logRetentionDays: spoke.eks.logging.retentionDays,
    zonalShift: true,
    permissionsBoundary: awsAccount(account).permissionsBoundary ?? '',
    access: clusterAccess(spoke, hub, account, fleet),
    nodeGroups: nodeGroupInputs(spoke, zones),
    addonsBeforeNodes: addonInputs(spoke, true),
    addonsAfterNodes: addonInputs(spoke, false),
    podIdentities: podIdentities(spoke, hub, textFactsOf(spoke, fleet)),
    registration: {
      argocdRoleARN: argocdRole(fleet, hub, account),
      server: '',
      labels: {
        'wheelwright.dev/account': spoke.account,
        'wheelwright.dev/environment': spoke.environment,
        'wheelwright.dev/region': spoke.region,
        'wheelwright.dev/spoke': spoke.name,
      },
      annotations: {},
    },
    deletionProtection: spoke.lifecycle !== 'retired',
    deletionPolicy: spoke.deletionPolicy,
    tags: spoke.tags,
  };
}

/** The cluster has a name of its own where its spoke says so, and where the spoke's is not how names may begin. */
function names(spoke: Spoke): Pick<EksClusterSpec, 'name' | 'clusterName'> {
  const name = nameBeginning(spoke.name);
  const cluster = clusterName(spoke);
  return cluster === name ? { name } : { name, clusterName: cluster };
}

/** Zones of the spoke's network in the order of their slots; none are known of a VPC that others own. */
function zonesOf({ network, region }: Spoke, fleet: Fleet): readonly string[] {
  if (network.existing !== undefined) return [];
  const layout = network.use === undefined ? network : fleet.networks.get(network.use);
  return layout === undefined ? [] : chosenZones(region, layout);
}

function networkInput({ name, network, region }: Spoke): Pick<EksClusterSpec, 'network' | 'ownNetwork'> {
  const { cidr, use, existing } = network;
  if (use !== undefined)
    return { network: { name: nameBeginning(use), namespace: networkNamespace(use) }, ownNetwork: [] };
  const layout =
    existing === undefined ? ownLayout(region, { ...network, cidr: cidr ?? '' }) : existingLayout(existing);
  return { network: { name: nameBeginning(name), namespace: spokeNamespace(name) }, ownNetwork: [layout] };
}

/** Argo CD reaches the public endpoint from the hub's NAT gateways. Of a private one, EKS returns the ranges that it had. */
function endpointInput({ endpoint }: Spoke, hub: Hub): EksClusterSpec['endpoint'] {
  const ranges = endpoint.public ? [...hub.natAddresses, ...endpoint.publicCidrs] : endpoint.formerCidrs;
  return { public: endpoint.public, publicAccessCIDRs: [...new Set(ranges)] };
}
