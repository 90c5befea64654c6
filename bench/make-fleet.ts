// Makes a repository of N four-line spokes: `node scripts/run.mjs bench/make-fleet.ts DIR N`.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';

const SPOKES_PER_HUB = 500;
const ACCOUNTS_PER_HUB = 5;
const regions = ['us-west-2', 'us-east-1', 'eu-west-1'];
const environments = ['development', 'staging', 'production'];

const numbered = (stem: string, index: number, digits: number) => `${stem}-${String(index + 1).padStart(digits, '0')}`;
export const spokeName = (index: number) => numbered('store', index, 5);
const hubName = (index: number) => numbered('hub', index, 2);
const accountName = (hub: number, index: number) => `${hubName(hub)}-${'abcde'[index]}`;
const list = (names: readonly string[]) => `[${names.join(', ')}]`;

/** The j-th /22 of 10.0.0.0/8. Every hub is its own routing domain, so each counts from the start. */
function networkOf(index: number): string {
  const third = index * 4;
  return `10.${third >> 8}.${third & 255}.0/22`;
}

/** What the example fleet pins, as `init` does. */
const { versions } = parse(readFileSync(join(import.meta.dirname, '../config/config.yaml'), 'utf8'));

const configFile = `format: 1
organisation: acme
repository:
  url: https://github.com/acme/platform
  revision: refs/heads/main
${stringify({ versions }).trimEnd()}
defaults:
  network: {azCount: 3, nat: per-az}
  nodeGroups:
    default: {instanceTypes: [m7i.large], ami: BOTTLEROCKET_x86_64, min: 2, max: 6}
  eks:
    addons: {aws-ebs-csi-driver: {}, coredns: {}, eks-pod-identity-agent: {}, kube-proxy: {}, vpc-cni: {}}
  addons: {metricsServer: {}, storageClasses: {}}
  teams: [shop]
  applications:
    web:
      team: shop
      namespace: shop
      base: web-service
      set: {image: "registry.example.com/shop/web:1.7.0", replicas: 3}
  tags: {managed-by: wheelwright}
`;

const layers = {
  'environments/development': 'network: {azCount: 2, nat: single}\ntags: {environment: development}\n',
  'environments/staging': 'network: {nat: single}\ntags: {environment: staging}\n',
  'environments/production': `eks:
  logging:
    types: [api, audit, authenticator, controllerManager, scheduler]
    retentionDays: 365
nodeGroups:
  default: {min: 3, max: 12}
tags: {environment: production}
`,
  'regions/eu-west-1': 'tags: {data-residency: eu}\n',
};

const hubFile = (index: number) => `account: "${String(100_000_000_000 + index)}"
region: us-west-2
cluster: ${hubName(index)}
addressPools: [10.0.0.0/8]
routingDomain: ${hubName(index)}
natAddresses: [198.51.100.${index + 1}/32]
admins:
  platform: arn:aws:iam::${String(100_000_000_000 + index)}:role/platform-admins
`;

const accountFile = (hub: number, index: number) => `id: "${String(200_000_000_000 + hub * ACCOUNTS_PER_HUB + index)}"
hub: ${hubName(hub)}
regions: ${list(regions)}
`;

const teamFile = (accounts: readonly string[]) => `accounts: ${list(accounts)}
members:
  developers: {role: shop-developers, access: edit}
quota: {requests.cpu: "20", requests.memory: 64Gi, limits.memory: 96Gi, pods: 100}
namespaces:
  shop: {}
`;

const base = {
  'kustomization.yaml': 'resources: [deployment.yaml, service.yaml]\n',
  'deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
      containers:
        - name: web
          image: web
          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
          ports: [{name: http, containerPort: 8080, protocol: TCP}]
          resources:
            requests: {cpu: 100m, memory: 128Mi}
            limits: {memory: 256Mi}
`,
  'service.yaml': `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}
  ports: [{name: http, port: 80, targetPort: http, protocol: TCP}]
`,
};

const spokeFile = (hub: number, place: number) => `environment: ${environments[place % environments.length]}
account: ${accountName(hub, place % ACCOUNTS_PER_HUB)}
region: ${regions[Math.floor(place / environments.length) % regions.length]}
network: {cidr: ${networkOf(place)}}
`;

/** Contents by path, always the same for the same number of spokes: two hubs, or as many as 500 spokes on each need. */
function* fleetFiles(count: number): Iterable<readonly [path: string, text: string]> {
  const hubs = Math.max(2, Math.ceil(count / SPOKES_PER_HUB));
  const accounts: string[] = [];
  yield ['config/config.yaml', configFile];
  for (const [path, text] of Object.entries(layers)) yield [`config/${path}.yaml`, text];
  for (let hub = 0; hub < hubs; hub++) {
    yield [`config/hubs/${hubName(hub)}.yaml`, hubFile(hub)];
    for (let index = 0; index < ACCOUNTS_PER_HUB; index++) {
      accounts.push(accountName(hub, index));
      yield [`config/accounts/${accountName(hub, index)}.yaml`, accountFile(hub, index)];
    }
  }
  yield ['config/teams/shop.yaml', teamFile(accounts)];
  for (const [name, text] of Object.entries(base)) yield [`spokes/bases/web-service/${name}`, text];
  for (let index = 0; index < count; index++) {
    yield [`config/spokes/${spokeName(index)}.yaml`, spokeFile(index % hubs, Math.floor(index / hubs))];
  }
}

/** Writes the repository, in place of whatever is there. */
export function makeFleet(root: string, count: number): void {
  rmSync(root, { recursive: true, force: true });
  const made = new Set<string>();
  for (const [path, text] of fleetFiles(count)) {
    const file = join(root, path);
    if (!made.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    made.add(dirname(file));
    writeFileSync(file, text);
  }
}

export function main([root, count]: readonly string[]): number {
  if (root === undefined || !(Number(count) > 0)) {
    console.error('usage: node scripts/run.mjs bench/make-fleet.ts DIR N');
    return 2;
  }
  makeFleet(resolve(root), Number(count));
  return 0;
}
