import type { Fields } from '../../../model/rgd.ts';

/** What VPCNetwork takes, and what EKSCluster passes on to a network of its own. */

export interface SubnetInput {
  readonly az: string;
  readonly cidr: string;
}

export interface ExistingSubnet {
  readonly id: string;
  /** "" where it is not known. */
  readonly az: string;
}

/** A VPC that others own; all empty for one of ours. */
export interface ExistingNetwork {
  readonly vpcID: string;
  readonly publicSubnets: readonly ExistingSubnet[];
  readonly privateSubnets: readonly ExistingSubnet[];
  readonly intraSubnets: readonly ExistingSubnet[];
}

export interface NetworkLayout {
  /** "" for an existing VPC. */
  readonly cidr: string;
  readonly publicSubnets: readonly SubnetInput[];
  readonly privateSubnets: readonly SubnetInput[];
  readonly intraSubnets: readonly SubnetInput[];
  readonly nat: 'none' | 'single' | 'per-az';
  readonly s3Endpoint: boolean;
  readonly existing: ExistingNetwork;
}

const ipv4 = '([0-9]{1,3}[.]){3}[0-9]{1,3}';
const zone = '[a-z]{2,4}(-[a-z]+)+-[0-9][a-z]';

/** IPv4 range pattern, /0 to /32. */
export const CIDR = `^${ipv4}/[0-9]{1,2}$`;
export const ZONE = `^${zone}$`;
export const REGION = '^[a-z]{2,4}(-[a-z]+)+-[0-9]$';

const subnets = (what: string) =>
  `[]Subnet | default=[] maxItems=6 listType=map listMapKey=az description="${what}, one for each availability zone"`;
const existing = (what: string) =>
  `[]ExistingSubnet | default=[] maxItems=16 listType=map listMapKey=id description="${what} of the existing VPC"`;

export const networkTypes: Fields = {
  Subnet: {
    az: `string | required=true pattern="${ZONE}" maxLength=20 description="Availability zone, as us-west-2a"`,
    cidr: `string | required=true immutable=true pattern="${CIDR}" maxLength=18 description="IPv4 range of the subnet"`,
  },
  ExistingSubnet: {
    id: 'string | required=true pattern="^subnet-[0-9a-z]{8,17}$" maxLength=24 description="Identifier of the subnet"',
    az: `string | default="" pattern="^(${zone})?$" maxLength=20 description="Its availability zone; empty where nothing chooses by zone"`,
  },
  Existing: {
    vpcID:
      'string | default="" immutable=true pattern="^(vpc-[0-9a-z]{8,17})?$" maxLength=21 description="Identifier of the VPC"',
    publicSubnets: existing('Public subnets'),
    privateSubnets: existing('Private subnets'),
    intraSubnets: existing('Intra subnets'),
  },
  TagValue: 'string | maxLength=256',
};

export const networkFields: Fields = {
  cidr: `string | default="" immutable=true pattern="^(${ipv4}/(1[6-9]|2[0-8]))?$" maxLength=18 description="IPv4 range of the VPC; empty for an existing one"`,
  publicSubnets: subnets('Subnets for public load balancers and NAT gateways'),
  privateSubnets: subnets('Subnets for nodes and pods'),
  intraSubnets: subnets('Subnets without a way out, for the control plane of the cluster'),
  nat: 'string | default="per-az" enum="none,single,per-az" description="NAT gateways: none, one in the first public subnet of the list, or one in each public subnet"',
  s3Endpoint: 'boolean | default=true description="Gateway endpoint for S3, so that image layers pass no NAT gateway"',
  existing: 'Existing | description="A VPC that others own: nothing is created or deleted"',
};

export const tagsField = 'map[string]TagValue | default={} description="Tags on every cloud resource"';
export const deletionPolicyField =
  'string | default="delete" enum="delete,retain" description="What happens to the cloud resources when their objects go"';
