import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { fleetCheck } from '../../../../model/check.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'Neither the key nor the value of a tag begins with `aws:`.',
  details: 'AWS keeps this prefix for itself, in every case of its letters, and refuses what carries it.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'tags: {"team:owner": checkout}') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'tags: {"aws:owner": checkout}') },
  *run({ networks, spokes }) {
    for (const { tags, locate } of [...networks.values(), ...spokes.values()]) {
      for (const [key, value] of Object.entries(tags)) {
        if (/^aws:/i.test(key)) {
          yield {
            message: `The tag "${key}" begins with "aws:", which AWS keeps for itself.`,
            at: locate(['tags', key], 'key'),
            help: 'Choose another prefix.',
          };
        }
        if (/^aws:/i.test(value)) {
          yield {
            message: `The value "${value}" of the tag "${key}" begins with "aws:", which AWS keeps for itself.`,
            at: locate(['tags', key]),
            help: 'Choose another value.',
          };
        }
      }
    }
  },
});
