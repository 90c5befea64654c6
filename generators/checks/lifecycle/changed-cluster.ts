import { changeCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { refusedChanges } from './refused-changes.ts';

const blue = 'config/spokes/blue.yaml';

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'The name that the cluster of an existing spoke has in the cloud never changes.',
  details: 'A cluster cannot be renamed: it would be left, and another made in its place.',
  good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'cluster: {name: blue}') },
  bad: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'cluster: {name: blue-2019}') },
  run: refusedChanges('lifecycle/changed-cluster'),
});
