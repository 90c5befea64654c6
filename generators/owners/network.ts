import type { Account, Hub, Network } from '../model/fleet.ts';
import type { Trace } from '../model/manifest.ts';
import type { OwnerDraft } from '../model/output.ts';
import type { VpcNetworkSpec } from '../rgds/vpc-network/spec.ts';
import { engineOf } from './engine.ts';
import { instanceAnnotations } from './infrastructure/instance-annotations.ts';
import { ownLayout } from './infrastructure/network-layout.ts';
import { accountScopedNamespace } from './namespaces.ts';
import { accountFolder, networkFolder, networkNamespace } from './paths.ts';
import { plainData } from './plain-data.ts';

const traces: readonly Trace[] = [
  { at: ['spec', 'region'], from: ['region'] },
  { at: ['spec', 'cidr'], from: ['cidr'] },
  { at: ['spec', 'nat'], from: ['nat'] },
  { at: ['spec', 'tags'], from: ['tags'] },
];

/** A VPC with a life of its own. */
export function draftNetwork(network: Network, account: Account, hub: Hub): OwnerDraft {
  const spec: VpcNetworkSpec = {
    name: network.name,
    region: network.region,
    ...ownLayout(network.region, network),
    deletionPolicy: network.deletionPolicy,
    tags: network.tags,
  };
  const mark = engineOf(hub).marks;
  const namespace = networkNamespace(network.name);
  const { name, region, cidr, lifecycle } = network;
  return {
    owner: { kind: 'network', name },
    input: plainData(network),
    facts: { hub: hub.name, account: account.name, region, cidr, lifecycle },
    locate: network.locate,
    files: [
      {
        path: `${accountFolder(account)}/_network-${name}.yaml`,
        from: network.file,
        manifests: [accountScopedNamespace(namespace, account, region, mark)],
      },
      {
        path: `${networkFolder(hub.name, network)}/network.yaml`,
        from: network.file,
        manifests: [
          {
            apiVersion: 'kro.run/v1alpha1',
            kind: 'VPCNetwork',
            metadata: { name, namespace, annotations: instanceAnnotations(mark) },
            spec,
          },
        ],
        traces: () => traces,
      },
    ],
  };
}
