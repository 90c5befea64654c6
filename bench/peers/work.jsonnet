// The work item in Jsonnet: a function from the catalog and parsed spokes to one list of 12 objects per spoke.
local zones = ['a', 'b', 'c'];
local replicas = { development: 1, staging: 2, production: 3 };

local labels(spoke) = {
  'fleet.example.com/spoke': spoke.name,
  'fleet.example.com/environment': spoke.environment,
};

local subnets(spoke) =
  local octets = std.map(std.parseInt, std.split(std.split(spoke.cidr, '/')[0], '.'));
  [
    { az: spoke.region + zones[i], cidr: '%d.%d.%d.0/23' % [octets[0], octets[1], octets[2] + 2 * i], public: false }
    for i in [0, 1, 2]
  ] + [
    { az: spoke.region + zones[i], cidr: '%d.%d.%d.0/24' % [octets[0], octets[1], octets[2] + 8 + i], public: true }
    for i in [0, 1, 2]
  ];

local application(spoke, addon, entry) = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: {
    name: spoke.name + '-' + addon.name,
    namespace: 'argocd',
    labels: labels(spoke) { 'fleet.example.com/addon': addon.name },
    annotations: { 'argocd.argoproj.io/sync-wave': entry.wave },
  },
  spec: {
    project: spoke.name,
    destination: { name: spoke.name, namespace: entry.namespace },
    source: {
      repoURL: 'https://charts.example.com/' + addon.name,
      chart: addon.name,
      targetRevision: addon.version,
      helm: {
        releaseName: addon.name,
        valuesObject: {
          clusterName: spoke.name,
          region: spoke.region,
          replicaCount: replicas[spoke.environment],
          priorityClassName: entry.priority,
          serviceAccount: {
            create: true,
            annotations: {
              'eks.amazonaws.com/role-arn': 'arn:aws:iam::%s:role/%s-%s' % [spoke.account, spoke.name, addon.name],
            },
          },
        },
      },
    },
    syncPolicy: {
      automated: { prune: true, selfHeal: true },
      syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
    },
  },
};

local cluster(spoke) = {
  apiVersion: 'kro.run/v1alpha1',
  kind: 'EKSCluster',
  metadata: {
    name: spoke.name,
    namespace: spoke.name,
    labels: labels(spoke),
    annotations: { 'argocd.argoproj.io/sync-wave': '-10' },
  },
  spec: {
    name: spoke.name,
    environment: spoke.environment,
    accountId: spoke.account,
    region: spoke.region,
    version: spoke.version,
    deletionPolicy: if spoke.environment == 'production' then 'retain' else 'delete',
    vpc: { cidr: spoke.cidr, subnets: subnets(spoke) },
    nodeGroups: [
      {
        name: group.name,
        instanceType: group.instanceType,
        minSize: group.min,
        maxSize: group.max,
        desiredSize: group.min,
        amiType: 'AL2023_x86_64_STANDARD',
      }
      for group in spoke.nodeGroups
    ],
    logging: { api: true, audit: true, authenticator: spoke.environment == 'production' },
  },
};

local objects(catalog, spoke) = [
  {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: spoke.name,
      labels: labels(spoke),
      annotations: {
        'services.k8s.aws/owner-account-id': spoke.account,
        'services.k8s.aws/default-region': spoke.region,
      },
    },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: spoke.name, namespace: 'argocd', labels: labels(spoke) },
    spec: {
      description: 'Applications of spoke ' + spoke.name,
      sourceRepos: ['https://charts.example.com/' + addon.name for addon in spoke.addons],
      destinations: [{ name: spoke.name, namespace: '*' }],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    },
  },
  cluster(spoke),
] + [application(spoke, addon, catalog[addon.name]) for addon in spoke.addons] + [
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'cluster-info', namespace: spoke.name, labels: labels(spoke) },
    data: {
      clusterName: spoke.name,
      environment: spoke.environment,
      account: spoke.account,
      region: spoke.region,
      version: spoke.version,
      cidr: spoke.cidr,
    },
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'addon-versions', namespace: spoke.name, labels: labels(spoke) },
    data: { [addon.name]: addon.version for addon in spoke.addons },
  },
  {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    metadata: { name: spoke.name, namespace: 'argocd' },
    resources: ['cluster.yaml'] + [addon.name + '.yaml' for addon in spoke.addons],
  },
];

function(catalog, spokes) { [spoke.name + '.json']: objects(catalog, spoke) for spoke in spokes }
