import { changeCheck } from '../check.ts';
import { exampleHub, exampleSpoke } from '../example-files.ts';
import { refusedChanges } from './refused-changes.ts';

const account = (hub: string) => `id: "333333333333"\nregions: [eu-west-1]\nhub: ${hub}\n`;

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'The hub of an existing spoke, network or account never changes.',
  details:
    'The old hub would delete what the new one creates: both would manage the same cloud resources under one name. The cluster, the partition and the engine of a hub never change either.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}') },
  bad: { 'config/accounts/other.yaml': account('west') },
  before: {
    'config/accounts/other.yaml': account('hub'),
    'config/accounts/main.yaml': account('hub').replace('333333333333', '222222222222'),
    'config/hubs/west.yaml': exampleHub('[172.16.0.0/12]').replace('cluster: hub', 'cluster: west'),
  },
  run: refusedChanges('lifecycle/changed-hub'),
});
