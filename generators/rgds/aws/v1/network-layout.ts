import { planNetwork } from '../../../clouds/aws/network-plan.ts';
import type { Spoke } from '../../../model/fleet.ts';
import type { ZoneLayout } from '../../../model/zone-layout.ts';
import type { ExistingNetwork, NetworkLayout } from './network-input.ts';

const nothing: ExistingNetwork = { vpcID: '', publicSubnets: [], privateSubnets: [], intraSubnets: [] };

interface OwnLayout extends ZoneLayout {
  readonly cidr: string;
  readonly nat: NetworkLayout['nat'];
  readonly s3Endpoint: boolean;
}

/** A VPC of ours, with every default of the graph written out: what is not, differs for ever between Git and the cluster. */
export function ownLayout(region: string, layout: OwnLayout): NetworkLayout {
  const plan = planNetwork(layout.cidr, region, layout);
  return {
    cidr: layout.cidr,
    publicSubnets: plan.public,
    privateSubnets: plan.private,
    intraSubnets: plan.intra,
    nat: layout.nat,
    s3Endpoint: layout.s3Endpoint,
    existing: nothing,
  };
}

export function existingLayout({ vpcId, subnets }: NonNullable<Spoke['network']['existing']>): NetworkLayout {
  const withoutZone = (ids: readonly string[]) => ids.map((id) => ({ id, az: '' }));
  return {
    cidr: '',
    publicSubnets: [],
    privateSubnets: [],
    intraSubnets: [],
    nat: 'none',
    s3Endpoint: false,
    existing: {
      vpcID: vpcId,
      publicSubnets: withoutZone(subnets.public),
      privateSubnets: withoutZone(subnets.private),
      intraSubnets: withoutZone(subnets.intra),
    },
  };
}
