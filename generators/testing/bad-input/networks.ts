import { type BadInput, green, greenWith } from './bad-input.ts';

const shared = (...lines: readonly string[]) => ({
  'config/networks/shared.yaml': ['account: main', 'region: eu-west-1', 'cidr: 10.4.0.0/16', ...lines, ''].join('\n'),
});

/** Addresses and zones. */
export const networks: readonly BadInput[] = [
  { title: 'No addresses', files: green('network: {azCount: 2}') },
  { title: 'Two networks', files: { ...shared(), ...green('network: {cidr: 10.1.0.0/18, use: shared}') } },
  { title: 'Addresses that do not exist', files: green('network: {cidr: 10.1.0.256/18}') },
  { title: 'Addresses that are not the first of their range', files: green('network: {cidr: 10.1.2.0/18}') },
  { title: 'Too few addresses', files: green('network: {cidr: 10.1.0.0/24}') },
  { title: 'Too many addresses', files: green('network: {cidr: 10.16.0.0/12}') },
  { title: 'Addresses that overlap', files: green('network: {cidr: 10.0.32.0/19}') },
  { title: 'The addresses of another spoke', files: green('network: {cidr: 10.0.0.0/18}') },
  {
    title: 'A large range over the ranges of many spokes',
    files: {
      'config/spokes/red.yaml': green('network: {cidr: 10.0.64.0/18}')['config/spokes/green.yaml'],
      ...green('network: {cidr: 10.0.0.0/16}'),
    },
  },
  { title: 'Addresses outside of the pools of the hub', files: green('network: {cidr: 172.16.0.0/18}') },
  { title: 'A zone that does not exist', files: green('network: {cidr: 10.1.0.0/18, azs: [eu-west-1a, eu-west-1d]}') },
  { title: 'More zones than the region has', files: green('network: {cidr: 10.1.0.0/18, azCount: 4}') },
  { title: 'A shared network in another region', files: { ...green('network: {use: shared}'), ...sharedElsewhere() } },
  {
    title: 'A shared network that retires while it is used',
    files: { ...green('network: {use: shared}'), ...shared('lifecycle: retiring') },
  },
  { title: 'Services within the VPC', files: greenWith('serviceCidr: 10.1.32.0/20') },
  { title: 'A Kubernetes API that Argo CD cannot reach', files: greenWith('endpoint: {public: false}') },
  {
    title: 'A Kubernetes API that everybody can reach (a warning)',
    files: greenWith('endpoint: {publicCidrs: [0.0.0.0/0]}'),
  },
  { title: 'A private range as a public one', files: greenWith('endpoint: {publicCidrs: [192.168.0.0/24]}') },
];

function sharedElsewhere() {
  return {
    'config/accounts/main.yaml': 'id: "222222222222"\nregions: [eu-west-1, eu-central-1]\n',
    'config/networks/shared.yaml': 'account: main\nregion: eu-central-1\ncidr: 10.4.0.0/16\n',
  };
}
