import { nameBeginning } from '../../../../clouds/aws/name-beginning.ts';
import type { Fleet, Network } from '../../../../model/fleet.ts';
import type { Trace } from '../../../../model/manifest.ts';
import type { Mark } from '../../../../model/marks.ts';
import { networkNamespace } from '../../../../model/out-paths.ts';
import type { Instance } from '../../../../model/rgd.ts';
import { instanceAnnotations } from '../../../instance-annotations.ts';
import { ownLayout } from '../network-layout.ts';
import type { VpcNetworkSpec } from './spec.ts';

const traces: readonly Trace[] = [
  { at: ['spec', 'region'], from: ['region'] },
  { at: ['spec', 'cidr'], from: ['cidr'] },
  { at: ['spec', 'nat'], from: ['nat'] },
  { at: ['spec', 'tags'], from: ['tags'] },
];

/** A VPC with a life of its own. */
export function vpcNetworkOf(network: Network, _fleet: Fleet, mark: Mark): Instance {
  const { region } = network;
  const name = nameBeginning(network.name);
  const spec: VpcNetworkSpec = {
    name,
    region,
    ...ownLayout(region, network),
    deletionPolicy: network.deletionPolicy,
    tags: network.tags,
  };
  const metadata = { name, namespace: networkNamespace(network.name), annotations: instanceAnnotations(mark) };
  return {
    file: 'network.yaml',
    manifest: { apiVersion: 'kro.run/v1alpha1', kind: 'VPCNetwork', metadata, spec },
    traces: () => traces,
    facts: {},
  };
}
