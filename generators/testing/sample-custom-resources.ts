/** Valid objects of custom resources. */
export const sampleCustomResources: readonly Readonly<Record<string, unknown>>[] = [
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: 'payments-metrics-server',
      namespace: 'argocd',
      labels: { 'fleet.example.com/spoke': 'payments', environment: '' },
      annotations: { 'argocd.argoproj.io/sync-wave': '4' },
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec: {
      project: 'payments-addons',
      destination: { name: 'payments', namespace: 'kube-system' },
      source: {
        repoURL: 'https://charts.example.com',
        chart: 'metrics-server',
        targetRevision: '3.12.2',
        helm: { releaseName: 'metrics-server', valuesObject: { replicas: 2, args: ['--a'], deep: { er: null } } },
      },
      ignoreDifferences: [{ group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] }],
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['ServerSideApply=true'],
        retry: { limit: -1, refresh: true, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } },
      },
    },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'fleet', namespace: 'argocd' },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        { git: { repoURL: 'https://example.com/r', revision: 'HEAD', files: [{ path: 'out/*.json' }] } },
        { matrix: { generators: [{ clusters: {} }, { list: { elements: [{ a: 1 }] } }] } },
      ],
      syncPolicy: { applicationsSync: 'create-update', preserveResourcesOnDeletion: true },
      template: {
        metadata: { name: '{{ .name }}' },
        spec: { project: 'fleet', destination: {}, source: { repoURL: 'https://example.com/r', path: '{{ .path }}' } },
      },
    },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'payments', namespace: 'argocd' },
    spec: {
      sourceRepos: ['https://example.com/r'],
      destinations: [{ server: '*', name: 'payments', namespace: 'web' }],
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
      roles: [{ name: 'deploy', policies: ['p, a, b, c, d, allow'], jwtTokens: [{ iat: 1535390316, exp: 0 }] }],
      orphanedResources: { warn: false },
    },
  },
  {
    apiVersion: 'kro.run/v1alpha1',
    kind: 'ResourceGraphDefinition',
    metadata: { name: 'network.kro.run' },
    spec: {
      schema: {
        kind: 'Network',
        apiVersion: 'v1alpha1',
        group: 'kro.run',
        spec: { cidr: 'string | required=true', azs: '[]string' },
        status: { vpcId: '${vpc.status.vpcID}' },
        additionalPrinterColumns: [{ name: 'VPC', type: 'string', jsonPath: '.status.vpcId', priority: 1 }],
      },
      resources: [
        {
          id: 'vpc',
          readyWhen: ['${vpc.status.state == "available"}'],
          template: { apiVersion: 'ec2.services.k8s.aws/v1alpha1', kind: 'VPC', metadata: { name: 'a' } },
        },
        { id: 'team', externalRef: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'team' } } },
        {
          id: 'each',
          forEach: [{ az: '${schema.spec.azs}' }],
          template: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: '${az}' } },
        },
      ],
    },
  },
  {
    apiVersion: 'ec2.services.k8s.aws/v1alpha1',
    kind: 'VPC',
    metadata: { name: 'payments', namespace: 'default' },
    spec: {
      cidrBlocks: ['10.0.0.0/16'],
      enableDNSSupport: true,
      enableDNSHostnames: true,
      tags: [{ key: 'a', value: 'b' }],
    },
  },
  {
    apiVersion: 'ec2.services.k8s.aws/v1alpha1',
    kind: 'SecurityGroup',
    metadata: { name: 'payments', namespace: 'default' },
    spec: {
      name: 'payments',
      description: 'nodes',
      vpcRef: { from: { name: 'payments' } },
      ingressRules: [
        { ipProtocol: 'tcp', fromPort: 443, toPort: 443, ipRanges: [{ cidrIP: '10.0.0.0/8', description: 'in' }] },
      ],
    },
  },
  {
    apiVersion: 'eks.services.k8s.aws/v1alpha1',
    kind: 'Cluster',
    metadata: { name: 'payments', namespace: 'default' },
    spec: {
      name: 'payments',
      version: '1.35',
      roleRef: { from: { name: 'cluster' } },
      accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: false },
      encryptionConfig: [{ resources: ['secrets'], provider: { keyRef: { from: { name: 'k' } } } }],
      resourcesVPCConfig: { endpointPrivateAccess: true, subnetIDs: ['subnet-1'], publicAccessCIDRs: ['192.0.2.1/32'] },
      tags: { a: 'b' },
    },
  },
  {
    apiVersion: 'eks.services.k8s.aws/v1alpha1',
    kind: 'Nodegroup',
    metadata: { name: 'default', namespace: 'default' },
    spec: {
      name: 'default',
      clusterName: 'payments',
      instanceTypes: ['m7i.large'],
      scalingConfig: { minSize: 1, maxSize: 3, desiredSize: 1 },
      updateConfig: { maxUnavailable: 1 },
      taints: [{ key: 'gpu', value: 'true', effect: 'NO_SCHEDULE' }],
    },
  },
  {
    apiVersion: 'iam.services.k8s.aws/v1alpha1',
    kind: 'Role',
    metadata: { name: 'nodes', namespace: 'default' },
    spec: {
      name: 'nodes',
      assumeRolePolicyDocument: '{}',
      policies: ['arn:aws:iam::aws:policy/x'],
      maxSessionDuration: 3600,
    },
  },
  {
    apiVersion: 'iam.services.k8s.aws/v1alpha1',
    kind: 'Policy',
    metadata: { name: 'nodes', namespace: 'default' },
    spec: { name: 'nodes', policyDocument: '{}' },
  },
];
