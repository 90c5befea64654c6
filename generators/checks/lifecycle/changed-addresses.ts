import { changeCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { refusedChanges } from './refused-changes.ts';

const blue = 'config/spokes/blue.yaml';

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'The addresses of an existing spoke or network never change.',
  details: 'The range of a VPC cannot be changed: it would be replaced, with the cluster in it.',
  good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'tags: {cost: shop}') },
  bad: { [blue]: exampleSpoke('network: {cidr: 10.1.0.0/18}') },
  run: refusedChanges('lifecycle/changed-addresses'),
});
