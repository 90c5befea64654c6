import { changeCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { refusedChanges } from './refused-changes.ts';

const blue = 'config/spokes/blue.yaml';

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'The account of an existing spoke, network or hub never changes.',
  details:
    'Nothing moves between accounts: it would be deleted in one and created in the other, with all that it holds.',
  good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'tags: {cost: shop}') },
  bad: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}').replace('main', 'other') },
  before: { 'config/accounts/other.yaml': 'id: "333333333333"\nregions: [eu-west-1]\n' },
  run: refusedChanges('lifecycle/changed-account'),
});
