import { type BadInput, green, greenWith, spokeFile } from './bad-input.ts';

/** Files that are YAML, but not what the fields ask for. */
export const fields: readonly BadInput[] = [
  { title: 'A key that is misspelt', files: greenWith('nodegroups: {default: {min: 3}}') },
  { title: 'A key that belongs elsewhere', files: greenWith('azCount: 2') },
  { title: 'A key that nothing is like', files: greenWith('flavour: vanilla') },
  { title: 'An add-on that does not exist', files: greenWith('addons: {metricServer: {}}') },
  { title: 'A field that an add-on does not have', files: greenWith('addons: {metricsServer: {replica: 3}}') },
  { title: 'A text where a number belongs', files: greenWith('nodeGroups: {default: {min: "three"}}') },
  { title: 'A text where a list belongs', files: greenWith('teams: checkout') },
  { title: 'A list where a map belongs', files: greenWith('nodeGroups:', '  - {name: default, min: 3}') },
  { title: 'A word where a boolean belongs', files: greenWith('endpoint: {public: yes}') },
  { title: 'A version without quotes', files: greenWith('versions: {kubernetes: 1.30}') },
  { title: 'A list in the place of a spoke', files: spokeFile(['- environment: production', '- account: main']) },
  { title: 'A field that is missing', files: spokeFile(['environment: production', 'network: {cidr: 10.1.0.0/18}']) },
  {
    title: 'A field that neither a node group nor a layer says',
    files: greenWith('nodeGroups:', '  gpu: {instanceTypes: [g6.xlarge], max: 4}'),
  },
  { title: 'A field that is taken away', files: greenWith('versions: {kubernetes: null}') },
  { title: 'A number out of range', files: greenWith('nodeGroups: {default: {diskSize: 5}}') },
  { title: 'A list that is too short', files: { 'config/accounts/second.yaml': 'id: "333333333333"\nregions: []\n' } },
  { title: 'None of the values that are allowed', files: green('network: {cidr: 10.1.0.0/18, nat: per-zone}') },
  {
    title: 'A number that is none of those that are allowed',
    files: greenWith('eks: {logging: {retentionDays: 100}}'),
  },
  { title: 'A field where it stood in an earlier format', files: greenWith('logging: {retentionDays: 30}') },
  {
    title: 'A configuration of an earlier format',
    files: { 'config/config.yaml': withRevision('refs/heads/main').replace('format: 1\n', '') },
  },
  { title: 'A range without a prefix length', files: green('network: {cidr: 10.1.0.0}') },
  { title: 'A name that is no name', files: greenWith('nodeGroups: {Default_2: {min: 1}}') },
  { title: 'A bare name of a branch', files: { 'config/config.yaml': withRevision('main') } },
  {
    title: 'A wrong value in a layer that many spokes have',
    files: { 'config/environments/production.yaml': 'nodeGroups: {default: {min: -1}}\n' },
  },
  {
    title: 'Several mistakes in several files, all told at once',
    files: {
      ...greenWith('nodeGroups: {default: {min: many}}', 'lifecycle: gone'),
      'config/teams/checkout.yaml': 'accounts: main\nquota: {pods: 20}\nnamespace: {checkout: {}}\n',
    },
  },
];

function withRevision(revision: string): string {
  return `format: 1\norganisation: acme\nrepository: {url: "https://github.com/acme/platform", revision: ${revision}}\nversions: {library: v1, kubernetes: "1.35", kro: 0.9.4}\ndefaults: {}\n`;
}
