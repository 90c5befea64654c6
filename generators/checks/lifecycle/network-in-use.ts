import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

/** Places that a diagnostic shows besides its own. */
const MAX_NOTES = 3;

const network = (lifecycle: string) =>
  `account: main\nregion: eu-west-1\ncidr: 10.4.0.0/16\nazCount: 3\nnat: single\nlifecycle: ${lifecycle}\n`;
const spoke = { 'config/spokes/green.yaml': exampleSpoke('network: {use: shared}') };

export default fleetCheck({
  severity: 'error',
  over: 'fleet',
  summary: 'A shared network stays while a spoke uses it.',
  details:
    'It may be `retiring` once each of its spokes is `retired`, and `retired` once their files are gone: until then a cluster may still stand in it.',
  good: { ...spoke, 'config/networks/shared.yaml': network('active') },
  bad: { ...spoke, 'config/networks/shared.yaml': network('retiring') },
  *run({ networks, spokes }) {
    for (const network of networks.values()) {
      if (network.lifecycle === 'active') continue;
      const users = [...spokes.values()].filter(
        ({ network: { use }, lifecycle }) =>
          use === network.name && (network.lifecycle === 'retired' || lifecycle !== 'retired'),
      );
      const [first] = users;
      if (first === undefined) continue;
      const more = users.length === 1 ? '' : ` and ${users.length - 1} more`;
      yield {
        message: `Network "${network.name}" cannot be "${network.lifecycle}" while spoke "${first.name}"${more} uses it.`,
        at: network.locate(['lifecycle']),
        notes: users.slice(0, MAX_NOTES).map(({ name, lifecycle, locate }) => ({
          message: `"${name}" is ${lifecycle} and uses it here`,
          at: locate(['network', 'use']),
        })),
        help:
          network.lifecycle === 'retiring'
            ? 'Retire the spokes first.'
            : 'Delete the files of the spokes first, once their clusters are gone.',
      };
    }
  },
});
