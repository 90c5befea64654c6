import { ack } from '../../../../clouds/aws/family.ts';
import type { Rgd } from '../../../../model/rgd.ts';
import { networkFeatures } from './features.ts';
import { vpcNetworkOf } from './instance.ts';
import { natNodes } from './nat.ts';
import { routeTableNodes } from './route-tables.ts';
import { spec, types } from './spec.ts';
import { subnetNodes } from './subnets.ts';
import { vpcNodes } from './vpc.ts';

/** Subnets of a tier, whoever made them: one of both lists is empty. */
const subnetsOf = (tier: string) =>
  `\${schema.spec.existing.${tier}.map(s, {"az": s.az, "id": s.id}) + ${tier}.map(s, {"az": s.spec.availabilityZone, "id": s.status.subnetID})}`;

const vpcNetwork: Rgd = {
  name: 'vpc-network',
  kind: 'VPCNetwork',
  apiVersion: 'v1alpha1',
  description:
    'A VPC with subnets, NAT gateways and routes, or the identifiers of an existing one, with the same status.',
  family: ack,
  types,
  spec,
  status: {
    vpcID: '${schema.spec.existing.vpcID + vpc.map(v, v.status.vpcID).join("")}',
    publicSubnets: subnetsOf('publicSubnets'),
    privateSubnets: subnetsOf('privateSubnets'),
    intraSubnets: subnetsOf('intraSubnets'),
    egressIPs: '${elasticIPs.map(a, a.status.publicIP)}',
  },
  resources: [...vpcNodes, ...subnetNodes, ...routeTableNodes, ...natNodes],
  ofNetwork: vpcNetworkOf,
  features: networkFeatures,
};

export default vpcNetwork;
