import type { VpcNetworkSpec } from './spec.ts';

/** Specs with every field written out; each list has items in one of them. */
const own: VpcNetworkSpec = {
  name: 'shared-west',
  region: 'us-west-2',
  cidr: '10.9.0.0/18',
  publicSubnets: [
    { az: 'us-west-2a', cidr: '10.9.32.0/24' },
    { az: 'us-west-2b', cidr: '10.9.33.0/24' },
  ],
  privateSubnets: [
    { az: 'us-west-2a', cidr: '10.9.0.0/21' },
    { az: 'us-west-2b', cidr: '10.9.8.0/21' },
  ],
  intraSubnets: [
    { az: 'us-west-2a', cidr: '10.9.36.0/28' },
    { az: 'us-west-2b', cidr: '10.9.36.16/28' },
  ],
  nat: 'per-az',
  s3Endpoint: true,
  existing: { vpcID: '', publicSubnets: [], privateSubnets: [], intraSubnets: [] },
  deletionPolicy: 'delete',
  tags: { 'cost-center': '4711' },
};

const existing: VpcNetworkSpec = {
  ...own,
  name: 'legacy',
  cidr: '',
  publicSubnets: [],
  privateSubnets: [],
  intraSubnets: [],
  existing: {
    vpcID: 'vpc-0123456789abcdef0',
    publicSubnets: [{ id: 'subnet-0123456789abcdef0', az: 'us-west-2a' }],
    privateSubnets: [
      { id: 'subnet-0123456789abcdef1', az: 'us-west-2a' },
      { id: 'subnet-0123456789abcdef2', az: 'us-west-2b' },
    ],
    intraSubnets: [{ id: 'subnet-0123456789abcdef3', az: '' }],
  },
};

const examples = {
  own,
  existing,
  withoutNat: { ...own, nat: 'none' },
  singleNat: { ...own, nat: 'single' },
} satisfies Readonly<Record<string, VpcNetworkSpec>>;

export default examples;
