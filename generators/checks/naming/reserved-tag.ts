import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

export default fleetCheck({
  severity: 'error',
  scope: 'spoke',
  summary: 'The key of a tag does not begin with `aws:`.',
  details: 'AWS keeps this prefix for itself, in every case of its letters, and refuses what carries it.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'tags: {"team:owner": checkout}') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'tags: {"aws:owner": checkout}') },
  *run({ networks, spokes }) {
    for (const { tags, locate } of [...networks.values(), ...spokes.values()]) {
      for (const key of Object.keys(tags)) {
        if (!/^aws:/i.test(key)) continue;
        yield {
          message: `The tag "${key}" begins with "aws:", which AWS keeps for itself.`,
          at: locate(['tags', key], 'key'),
          help: 'Choose another prefix.',
        };
      }
    }
  },
});
