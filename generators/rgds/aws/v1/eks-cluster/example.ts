import type { EksClusterSpec } from './spec.ts';

/** Specs with every field written out; each list has items in one of them. */
const own: EksClusterSpec = {
  name: 'payments',
  region: 'us-west-2',
  partition: 'aws',
  version: '1.35',
  supportType: 'STANDARD',
  network: { name: 'payments', namespace: 'spoke-payments' },
  ownNetwork: [
    {
      cidr: '10.1.0.0/18',
      publicSubnets: [
        { az: 'us-west-2a', cidr: '10.1.32.0/24' },
        { az: 'us-west-2b', cidr: '10.1.33.0/24' },
      ],
      privateSubnets: [
        { az: 'us-west-2a', cidr: '10.1.0.0/21' },
        { az: 'us-west-2b', cidr: '10.1.8.0/21' },
      ],
      intraSubnets: [
        { az: 'us-west-2a', cidr: '10.1.36.0/28' },
        { az: 'us-west-2b', cidr: '10.1.36.16/28' },
      ],
      nat: 'single',
      s3Endpoint: true,
      existing: { vpcID: '', publicSubnets: [], privateSubnets: [], intraSubnets: [] },
    },
  ],
  controlPlaneAZs: ['us-west-2a', 'us-west-2b'],
  serviceIPv4CIDR: '172.20.0.0/16',
  endpoint: { public: true, publicAccessCIDRs: ['203.0.113.0/24'] },
  logTypes: ['api', 'audit', 'authenticator'],
  logRetentionDays: 90,
  zonalShift: true,
  permissionsBoundary: 'arn:aws:iam::222222222222:policy/boundary',
  access: [
    {
      name: 'platform',
      principalARN: 'arn:aws:iam::111111111111:role/platform-admins',
      kubernetesGroups: [],
      policyARN: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
    },
    {
      name: 'checkout',
      principalARN: 'arn:aws:iam::222222222222:role/checkout',
      kubernetesGroups: ['team:checkout'],
      policyARN: '',
    },
  ],
  nodeGroups: [
    {
      name: 'default',
      azs: ['us-west-2a', 'us-west-2b'],
      instanceTypes: ['m7i.large'],
      amiType: 'AL2023_x86_64_STANDARD',
      capacityType: 'ON_DEMAND',
      diskSize: 50,
      min: 2,
      desired: 2,
      keepDesired: true,
      max: 6,
      labels: { pool: 'default' },
      taints: [],
    },
    {
      name: 'gpu',
      azs: ['us-west-2b'],
      instanceTypes: ['g6.xlarge'],
      amiType: 'AL2023_x86_64_NVIDIA',
      capacityType: 'SPOT',
      diskSize: 100,
      min: 0,
      desired: 0,
      keepDesired: false,
      max: 4,
      labels: {},
      taints: [{ key: 'gpu', value: 'true', effect: 'NO_SCHEDULE' }],
    },
  ],
  addonsBeforeNodes: [
    {
      name: 'vpc-cni',
      version: 'v1.20.1-eksbuild.1',
      configurationValues: { env: { ENABLE_PREFIX_DELEGATION: 'true' } },
    },
    { name: 'kube-proxy', version: 'v1.35.0-eksbuild.2', configurationValues: {} },
  ],
  addonsAfterNodes: [{ name: 'coredns', version: 'v1.13.1-eksbuild.1', configurationValues: {} }],
  podIdentities: [
    {
      name: 'vpc-cni',
      namespace: 'kube-system',
      serviceAccount: 'aws-node',
      policyARNs: ['arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy'],
      inlinePolicies: {
        statements:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::team-data/*"]}]}',
      },
    },
  ],
  registration: {
    argocdRoleARN: 'arn:aws:iam::222222222222:role/acme-hub-argocd',
    server: '',
    labels: { environment: 'production' },
    annotations: { 'wheelwright.dev/region': 'us-west-2' },
  },
  deletionProtection: false,
  deletionPolicy: 'delete',
  tags: { 'cost-center': '4711' },
};

/** Uses a VPCNetwork that has a life of its own. */
const shared: EksClusterSpec = {
  ...own,
  name: 'search',
  network: { name: 'shared-west', namespace: 'network-shared-west' },
  ownNetwork: [],
  permissionsBoundary: '',
};

/** Lives in a VPC that others own. */
const existing: EksClusterSpec = {
  ...own,
  name: 'legacy',
  clusterName: 'Legacy_2019',
  network: { name: 'legacy', namespace: 'spoke-legacy' },
  ownNetwork: [
    {
      cidr: '',
      publicSubnets: [],
      privateSubnets: [],
      intraSubnets: [],
      nat: 'none',
      s3Endpoint: false,
      existing: {
        vpcID: 'vpc-0123456789abcdef0',
        publicSubnets: [{ id: 'subnet-ext000000a', az: 'us-west-2a' }],
        privateSubnets: [
          { id: 'subnet-ext000000b', az: '' },
          { id: 'subnet-ext000000c', az: '' },
        ],
        intraSubnets: [{ id: 'subnet-ext000000d', az: '' }],
      },
    },
  ],
  controlPlaneAZs: [],
  nodeGroups: own.nodeGroups.map((group) => ({ ...group, azs: [] })),
};

/** What AWS answers in a way of its own. */
const special: Readonly<Record<string, EksClusterSpec>> = {
  unbounded: { ...own, permissionsBoundary: '' },
  noLogs: { ...own, logTypes: [] },
  logsInAnotherOrder: { ...own, logTypes: ['scheduler', 'api'] },
  allLogs: { ...own, logTypes: ['scheduler', 'controllerManager', 'authenticator', 'audit', 'api'] },
  alwaysPrivate: { ...own, endpoint: { public: false, publicAccessCIDRs: [] } },
  publicToTwo: { ...own, endpoint: { public: true, publicAccessCIDRs: ['203.0.113.0/24', '198.51.100.7/32'] } },
  onceOpen: { ...own, endpoint: { public: false, publicAccessCIDRs: ['203.0.113.0/24', '198.51.100.7/32'] } },
};

const examples: Readonly<Record<string, EksClusterSpec>> = { own, shared, existing, ...special };

export default examples;
