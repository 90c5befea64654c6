import type { RgdResource } from '../../../../model/rgd.ts';
import { OWN, VPC_ID } from './vpc.ts';

interface Tier {
  readonly id: string;
  readonly tier: 'public' | 'private' | 'intra';
  /** CEL: identifiers of the tables of the zone `subnet.az`. */
  readonly routeTables: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** The fields that AWS would fill in are written out: left open, a subnet shows a difference at every resync. */
function subnets({ id, tier, routeTables, tags }: Tier): RgdResource {
  return {
    id,
    forEach: [{ subnet: `\${${OWN} ? schema.spec.${id} : []}` }],
    state: { state: 'available' },
    tags,
    template: {
      apiVersion: 'ec2.services.k8s.aws/v1alpha1',
      kind: 'Subnet',
      metadata: { name: `\${schema.spec.name}-${tier}-\${subnet.az}` },
      spec: {
        vpcID: VPC_ID,
        cidrBlock: '${subnet.cidr}',
        availabilityZone: '${subnet.az}',
        mapPublicIPOnLaunch: tier === 'public',
        assignIPv6AddressOnCreation: false,
        ipv6Native: false,
        enableDNS64: false,
        enableResourceNameDNSARecord: false,
        enableResourceNameDNSAAAARecord: false,
        hostnameType: 'ip-name',
        routeTables: `\${${routeTables}}`,
      },
    },
  };
}

export const subnetNodes = [
  subnets({
    id: 'publicSubnets',
    tier: 'public',
    routeTables: 'publicRouteTable.map(it, it.status.routeTableID)',
    tags: { 'kubernetes.io/role/elb': '1' },
  }),
  subnets({
    id: 'privateSubnets',
    tier: 'private',
    routeTables:
      'privateRouteTables.filter(it, it.metadata.name == schema.spec.name + "-private-" + subnet.az).map(it, it.status.routeTableID)',
    tags: { 'kubernetes.io/role/internal-elb': '1' },
  }),
  subnets({
    id: 'intraSubnets',
    tier: 'intra',
    routeTables: 'intraRouteTable.map(it, it.status.routeTableID)',
    tags: {},
  }),
];
