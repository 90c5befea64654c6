import { exampleHub, exampleSpoke, exampleTeam } from '../diagnostics/example-files.ts';
import { smallRepository } from './small-repository.ts';

const base = 'spokes/bases/web-service/deployment.yaml';
const quota = '{target: {kind: ResourceQuota}, patch: [{op: replace, path: /spec/hard/pods, value: "7"}]}';
const shop = (fields: string) => [
  'teams: [checkout]',
  `applications: {shop: {team: checkout, namespace: checkout, ${fields}}}`,
];
const green = (...lines: readonly string[]) => exampleSpoke('network: {cidr: 10.1.0.0/18}', ...lines);
const kustomization = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n';
const given = (path: string): string => smallRepository[path] ?? '';

/** What may stand in each file, undefined where there is none. Some are wrong, by themselves or beside others. */
export const fleetEdits: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'config/config.yaml': [
    given('config/config.yaml'),
    `# first\n${given('config/config.yaml')}`,
    given('config/config.yaml').replace('organisation: acme', 'organisation: other'),
    given('config/config.yaml').replace('max: 6', 'max: 7, capacity: SPOT'),
    given('config/config.yaml').replace('kubernetes: "1.35"', 'kubernetes: "1.99"'),
    given('config/config.yaml').replace('defaults:', 'mirrors: {images: {example.com: mirror.example.com}}\ndefaults:'),
    given('config/config.yaml').replace('nodeGroups:', 'endpoint: {publicCidrs: [0.0.0.0/0]}\n  nodeGroups:'),
    `# first\n${given('config/config.yaml')}`.replace(
      'nodeGroups:',
      'endpoint: {publicCidrs: [0.0.0.0/0]}\n  nodeGroups:',
    ),
    given('config/config.yaml').replace('nodeGroups:', 'tags: {a: b}\n  nodeGroups:'),
    undefined,
  ],
  'config/hubs/hub.yaml': [
    given('config/hubs/hub.yaml'),
    exampleHub('[10.0.0.0/9, 10.128.0.0/9]', 'controllers: {identity: irsa}'),
    exampleHub('[192.168.0.0/16]'),
  ],
  'config/hubs/second.yaml': [
    undefined,
    exampleHub('[172.16.0.0/12]').replace('cluster: hub', 'cluster: second'),
    exampleHub('[172.16.0.0/12]'),
  ],
  'config/accounts/main.yaml': [
    given('config/accounts/main.yaml'),
    'id: "222222222222"\nhub: hub\nregions: [eu-west-1]\n',
    'id: "222222222222"\nregions: [eu-central-1]\n',
    'id: 222222222222\n',
  ],
  'config/accounts/other.yaml': [undefined, 'id: "333333333333"\nhub: hub\nregions: [eu-west-1]\n'],
  'config/environments/production.yaml': [
    given('config/environments/production.yaml'),
    'tags: {environment: live}\n',
    `\npatches: [${quota}]\n`,
    'endpoint: {public: true, publicCidrs: [0.0.0.0/0]}\n',
    'endpoint: {public: true, publicCidrs: [0.0.0.0/0]} # accept network/open-endpoint: it is a test\n',
    'teams: [nobody]\n',
    undefined,
  ],
  'config/regions/eu-west-1.yaml': [undefined, 'tags: {region: eu}\n', 'tags: {region: [eu]}\n'],
  'config/components/big.yaml': [undefined, 'nodeGroups: {default: {max: 40}}\n', '{}\n'],
  'config/networks/shared.yaml': [
    undefined,
    'account: main\nregion: eu-west-1\ncidr: 10.4.0.0/16\n',
    'account: main\nregion: eu-west-1\ncidr: 10.4.0.0/16\nlifecycle: retiring\ntags: {a: b}\n',
    'account: gone\nregion: eu-west-1\ncidr: 10.1.0.0/16\n',
  ],
  'config/teams/checkout.yaml': [
    given('config/teams/checkout.yaml'),
    exampleTeam('namespaces: {checkout: {labels: {pod-security.kubernetes.io/enforce: privileged}}}'),
    exampleTeam('namespaces: {checkout: {labels: {tier: "front end"}}}'),
    exampleTeam('namespaces: {other: {}}'),
    undefined,
  ],
  'config/spokes/blue.yaml': [
    given('config/spokes/blue.yaml'),
    exampleSpoke('network: {cidr: 10.0.0.0/18}', 'teams: [checkout]'),
    exampleSpoke('network: {cidr: 10.1.0.0/18}'),
    exampleSpoke('network: {use: shared}', 'components: [big]'),
  ],
  'config/spokes/green.yaml': [
    undefined,
    green(...shop('base: web-service')),
    green(...shop('base: web-service, components: [autoscaling]')),
    green(...shop('base: twin')),
    green().replace('account: main', 'account: other'),
    green('endpoint: {public: true, publicCidrs: [0.0.0.0/0]}'),
    green('# accept network/open-endpoint: it is a test', 'endpoint: {public: true, publicCidrs: [0.0.0.0/0]}'),
    green(`patches: [${quota}]`),
    green('lifecycle: retired'),
  ],
  'config/spokes/folder/red.yaml': [undefined, exampleSpoke('network: {cidr: 10.2.0.0/18}', ...shop('base: twin'))],
  'config/spokes/other/red.yaml': [undefined, undefined, exampleSpoke('network: {cidr: 10.3.0.0/18}')],
  [base]: [
    given(base),
    given(base).replace('web:1.0', 'web:latest'),
    given(base).replace('allowPrivilegeEscalation: false, ', ''),
    given(base).replace('replicas: 2', 'replicas: two'),
    given(base).replace('kind: Deployment', 'kind: [Deployment'),
  ],
  'spokes/bases/twin/kustomization.yaml': [
    undefined,
    `${kustomization}resources: [../web-service]\nnamePrefix: twin-\n`,
    `${kustomization}resources: [service.yaml]\n`,
  ],
  'spokes/bases/twin/service.yaml': [
    undefined,
    'apiVersion: v1\nkind: Service\nmetadata: {name: twin}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n',
  ],
  'spokes/components/autoscaling/autoscaler.yaml': [
    given('spokes/components/autoscaling/autoscaler.yaml'),
    given('spokes/components/autoscaling/autoscaler.yaml').replace('maxReplicas: 8', 'maxReplicas: 9'),
    given('spokes/components/autoscaling/autoscaler.yaml').replace('maxReplicas: 8', 'maxReplicas: 1'),
  ],
};
