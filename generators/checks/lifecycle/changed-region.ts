import { changeCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { refusedChanges } from './refused-changes.ts';

const blue = 'config/spokes/blue.yaml';

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'The region of an existing spoke, network or hub never changes.',
  details:
    'Nothing moves between regions: it would be deleted in one and created in the other, with all that it holds.',
  good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'tags: {cost: shop}') },
  bad: {
    [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}').replace('eu-west-1', 'eu-central-1'),
  },
  before: { 'config/accounts/main.yaml': 'id: "222222222222"\nregions: [eu-west-1, eu-central-1]\n' },
  beside: ['lifecycle/replaced-node-group'],
  run: refusedChanges('lifecycle/changed-region'),
});
