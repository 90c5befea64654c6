// The work that every tool does: a spoke of 16 lines of YAML becomes 12 objects. `objectsOf` defines it; the outputs of all
// tools are compared with it.

import type { Manifest } from '../../generators/model/manifest.ts';

interface Item {
  readonly namespace: string;
  readonly wave: string;
  readonly priority: string;
}

/** A spoke as its file has it. */
export interface WorkSpoke {
  readonly name: string;
  readonly environment: string;
  readonly account: string;
  readonly region: string;
  readonly cidr: string;
  readonly version: string;
  readonly nodeGroups: readonly {
    readonly name: string;
    readonly instanceType: string;
    readonly min: number;
    readonly max: number;
  }[];
  readonly addons: readonly Addon[];
}

interface Addon {
  readonly name: string;
  readonly version: string;
}

type Labels = Readonly<Record<string, string>>;

/** What every tool looks up per add-on. */
export const catalog: Readonly<Record<string, Item>> = {
  'cert-manager': { namespace: 'cert-manager', wave: '-5', priority: 'system-cluster-critical' },
  cilium: { namespace: 'kube-system', wave: '-7', priority: 'system-node-critical' },
  'external-dns': { namespace: 'external-dns', wave: '-3', priority: 'system-cluster-critical' },
  'external-secrets': { namespace: 'external-secrets', wave: '-4', priority: 'system-cluster-critical' },
  'grafana-agent': { namespace: 'monitoring', wave: '4', priority: 'platform-high' },
  keda: { namespace: 'keda', wave: '1', priority: 'platform-high' },
  'metrics-server': { namespace: 'kube-system', wave: '-2', priority: 'system-cluster-critical' },
  velero: { namespace: 'velero', wave: '6', priority: 'platform-high' },
};

const zones = ['a', 'b', 'c'];
const replicas: Readonly<Record<string, number>> = { development: 1, staging: 2, production: 3 };

/** A small linear congruential generator: the same input in every run and on every machine. */
function newRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
}

/** The input as text, by name of the spoke. */
export function* workFiles(count: number): Iterable<readonly [name: string, text: string]> {
  const random = newRandom(7);
  const pick = (values: readonly string[]) => values[random(values.length)];
  const types = ['m7i.large', 'm7i.xlarge', 'm7g.xlarge', 'c7i.2xlarge', 'r7i.xlarge'];
  for (let index = 0; index < count; index++) {
    const name = `spoke-${String(index + 1).padStart(5, '0')}`;
    const addons = Object.keys(catalog);
    for (let left = 2; left > 0; left--) addons.splice(random(addons.length), 1);
    const text = `name: ${name}
environment: ${pick(Object.keys(replicas))}
account: "${300_000_000_000 + random(40)}"
region: ${pick(['eu-west-1', 'eu-central-1', 'us-east-1', 'us-west-2'])}
cidr: 10.${(index >> 4) & 255}.${(index & 15) * 16}.0/20
version: "${pick(['1.33', '1.34', '1.35'])}"
nodeGroups:
  - {name: system, instanceType: ${pick(types)}, min: 2, max: 4}
  - {name: workload, instanceType: ${pick(types)}, min: 3, max: ${10 + random(30)}}
addons:
${addons.map((addon) => `  - {name: ${addon}, version: "${1 + random(3)}.${random(20)}.${random(9)}"}\n`).join('')}`;
    yield [name, text];
  }
}

function subnetsOf({ cidr, region }: WorkSpoke) {
  const [first, second, third = 0] = cidr.split('.').map(Number);
  return [
    ...zones.map((zone, i) => ({ az: region + zone, cidr: `${first}.${second}.${third + 2 * i}.0/23`, public: false })),
    ...zones.map((zone, i) => ({ az: region + zone, cidr: `${first}.${second}.${third + 8 + i}.0/24`, public: true })),
  ];
}

function application(spoke: WorkSpoke, labels: Labels, { name, version }: Addon): Manifest {
  const item = catalog[name];
  if (item === undefined) throw new Error(`${name} is not in the catalog`);
  const { namespace, wave, priority } = item;
  const role = `arn:aws:iam::${spoke.account}:role/${spoke.name}-${name}`;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: `${spoke.name}-${name}`,
      namespace: 'argocd',
      labels: { ...labels, 'fleet.example.com/addon': name },
      annotations: { 'argocd.argoproj.io/sync-wave': wave },
    },
    spec: {
      project: spoke.name,
      destination: { name: spoke.name, namespace },
      source: {
        repoURL: `https://charts.example.com/${name}`,
        chart: name,
        targetRevision: version,
        helm: {
          releaseName: name,
          valuesObject: {
            clusterName: spoke.name,
            region: spoke.region,
            replicaCount: replicas[spoke.environment],
            priorityClassName: priority,
            serviceAccount: { create: true, annotations: { 'eks.amazonaws.com/role-arn': role } },
          },
        },
      },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
      },
    },
  };
}

function cluster(spoke: WorkSpoke, labels: Labels): Manifest {
  const isProduction = spoke.environment === 'production';
  return {
    apiVersion: 'kro.run/v1alpha1',
    kind: 'EKSCluster',
    metadata: {
      name: spoke.name,
      namespace: spoke.name,
      labels,
      annotations: { 'argocd.argoproj.io/sync-wave': '-10' },
    },
    spec: {
      name: spoke.name,
      environment: spoke.environment,
      accountId: spoke.account,
      region: spoke.region,
      version: spoke.version,
      deletionPolicy: isProduction ? 'retain' : 'delete',
      vpc: { cidr: spoke.cidr, subnets: subnetsOf(spoke) },
      nodeGroups: spoke.nodeGroups.map(({ name, instanceType, min, max }) => ({
        name,
        instanceType,
        minSize: min,
        maxSize: max,
        desiredSize: min,
        amiType: 'AL2023_x86_64_STANDARD',
      })),
      logging: { api: true, audit: true, authenticator: isProduction },
    },
  };
}

/** The 12 objects of a parsed spoke. */
export function objectsOf(spoke: WorkSpoke): readonly Manifest[] {
  const { name, environment, account, region, cidr, version, addons } = spoke;
  const labels = { 'fleet.example.com/spoke': name, 'fleet.example.com/environment': environment };
  const owner = { 'services.k8s.aws/owner-account-id': account, 'services.k8s.aws/default-region': region };
  const clusterInfo = { clusterName: name, environment, account, region, version, cidr };
  const addonVersions = Object.fromEntries(addons.map((addon) => [addon.name, addon.version]));
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels, annotations: owner } },
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AppProject',
      metadata: { name, namespace: 'argocd', labels },
      spec: {
        description: `Applications of spoke ${name}`,
        sourceRepos: addons.map((addon) => `https://charts.example.com/${addon.name}`),
        destinations: [{ name, namespace: '*' }],
        clusterResourceWhitelist: [{ group: '*', kind: '*' }],
      },
    },
    cluster(spoke, labels),
    ...addons.map((addon) => application(spoke, labels, addon)),
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'cluster-info', namespace: name, labels },
      data: clusterInfo,
    },
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'addon-versions', namespace: name, labels },
      data: addonVersions,
    },
    {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      metadata: { name, namespace: 'argocd' },
      resources: ['cluster.yaml', ...addons.map((addon) => `${addon.name}.yaml`)],
    },
  ];
}
