import { type BadInput, greenWith } from './bad-input.ts';

const application = (fields: string) => greenWith('teams: [checkout]', 'applications:', `  shop: {${fields}}`);
const patch = (target: string, operation: string) =>
  greenWith('patches:', `  - target: {${target}}`, `    patch: [{${operation}}]`);

/** Versions, nodes, add-ons, applications and patches. */
export const clusters: readonly BadInput[] = [
  { title: 'A Kubernetes version that does not exist', files: greenWith('versions: {kubernetes: "1.53"}') },
  { title: 'An EKS add-on that does not exist', files: greenWith('eks: {addons: {vpc-cn: {}}}') },
  { title: 'An add-on without a version', files: greenWith('addons: {metricsServer: {}}') },
  {
    title: 'Nodes of another architecture than their image',
    files: greenWith('nodeGroups: {default: {instanceTypes: [m7g.large]}}'),
  },
  {
    title: 'More nodes at least than at most, in two files',
    files: { ...greenWith(), 'config/environments/production.yaml': 'nodeGroups: {default: {min: 8}}\n' },
  },
  { title: 'No nodes', files: greenWith('nodeGroups: {default: null}') },
  {
    title: 'A label that a node may not have',
    files: greenWith('nodeGroups: {default: {labels: {node-role.kubernetes.io/web: ""}}}'),
  },
  { title: 'An application from nowhere', files: application('team: checkout, namespace: checkout') },
  {
    title: 'An application with a field that does nothing',
    files: application('team: checkout, namespace: checkout, base: web-service, values: {replicas: 2}'),
  },
  {
    title: 'Two applications that lead to one name',
    files: {
      'config/spokes/eu.yaml': application('team: checkout, namespace: checkout, base: web-service')[
        'config/spokes/green.yaml'
      ]?.replace('shop', 'shop-web'),
      'config/spokes/eu-shop.yaml': application('team: checkout, namespace: checkout, base: web-service')
        ['config/spokes/green.yaml']?.replace('shop', 'web')
        .replace('10.1.', '10.2.'),
    },
  },
  {
    title: 'Two account files for one account',
    files: { 'config/accounts/second.yaml': 'id: "222222222222"\nregions: [eu-west-1]\n' },
  },
  {
    title: 'A namespace of Kubernetes',
    files: { 'config/teams/search.yaml': 'accounts: [main]\nquota: {pods: 20}\nnamespaces: {kube-system: {}}\n' },
  },
  {
    title: 'A patch of an object that is not there',
    files: patch('kind: EKSCluster, name: gren', 'op: replace, path: /spec/version, value: "1.34"'),
  },
  {
    title: 'A patch of a field that is not there',
    files: patch('kind: EKSCluster, name: green', 'op: replace, path: /spec/versoin, value: "1.34"'),
  },
  {
    title: 'A patch that adds an unknown field',
    files: patch('kind: EKSCluster, name: green', 'op: add, path: /spec/colour, value: green'),
  },
  {
    title: 'A patch with a value of the wrong type',
    files: patch('kind: EKSCluster, name: green', 'op: replace, path: /spec/logRetentionDays, value: long'),
  },
  {
    title: 'A label that Kubernetes does not take',
    files: {
      'config/teams/checkout.yaml':
        'accounts: [main]\nquota: {pods: 20}\nnamespaces:\n  checkout: {labels: {tier: "front end"}}\n',
    },
  },
];
