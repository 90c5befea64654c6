import { type BadInput, green, greenWith, spokeFile } from './bad-input.ts';

const application = (fields: string) => greenWith('teams: [checkout]', 'applications:', `  shop: {${fields}}`);
const network = ['network: {cidr: 10.1.0.0/18}'];

/** Names that lead nowhere, or to what may not be used from here. */
export const references: readonly BadInput[] = [
  {
    title: 'An environment that does not exist',
    files: spokeFile(['environment: prod', 'account: main', 'region: eu-west-1', ...network]),
  },
  {
    title: 'An account that does not exist',
    files: spokeFile(['environment: production', 'account: mian', 'region: eu-west-1', ...network]),
  },
  {
    title: 'A region that does not exist',
    files: spokeFile(['environment: production', 'account: main', 'region: eu-wset-1', ...network]),
  },
  {
    title: 'A region that the account does not allow',
    files: spokeFile(['environment: production', 'account: main', 'region: us-east-1', ...network]),
  },
  { title: 'A component that does not exist', files: greenWith('components: [gpu]') },
  {
    title: 'A hub that does not exist',
    files: { 'config/accounts/main.yaml': 'id: "222222222222"\nhub: hubb\nregions: [eu-west-1]\n' },
  },
  { title: 'Another hub than that of the account', files: greenWith('hub: west') },
  { title: 'A network that does not exist', files: green('network: {use: shared}') },
  { title: 'A team that does not exist', files: greenWith('teams: [chekcout]') },
  {
    title: 'A team that may not work in the account',
    files: {
      ...greenWith('teams: [search]'),
      'config/accounts/second.yaml': 'id: "333333333333"\nregions: [eu-west-1]\n',
      'config/teams/search.yaml': 'accounts: [second]\nquota: {pods: 20}\nnamespaces: {search: {}}\n',
    },
  },
  { title: 'A base that does not exist', files: application('team: checkout, namespace: checkout, base: web-servce') },
  {
    title: 'A kustomize component that does not exist',
    files: application('team: checkout, namespace: checkout, base: web-service, components: [scaling]'),
  },
  { title: 'A namespace of nobody', files: application('team: checkout, namespace: shop, base: web-service') },
  {
    title: 'An application of a team that the spoke does not list',
    files: greenWith('applications:', '  shop: {team: checkout, namespace: checkout, base: web-service}'),
  },
  {
    title: 'A mistake in a layer, told once however many spokes have it',
    files: { ...greenWith(), 'config/environments/production.yaml': 'teams: [checkuot]\n' },
  },
];
