import { clouds } from '../../clouds/registry.ts';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import type { Named } from '../../model/fleet.ts';
import type { Path } from '../../source/path.ts';
import { didYouMean, nearestName } from '../../util/did-you-mean.ts';
import { fleetCheck } from '../check.ts';

const known = Object.keys(clouds.aws.zones);

const account = (regions: string) => `id: "333333333333"\nregions: [${regions}]\n`;

export default fleetCheck({
  severity: 'error',
  scope: 'spoke',
  summary: 'A region must be one of those whose availability zones are known.',
  details:
    'The zones of a region decide the addresses of subnets, so they are part of this program and only ever appended to.',
  good: { 'config/accounts/second.yaml': account('eu-west-1, eu-central-1') },
  bad: { 'config/accounts/second.yaml': account('eu-west-1, eu-cetral-1') },
  *run({ accounts, hubs, networks, spokes }) {
    function* unknown({ locate }: Named, region: string, path: Path): Iterable<Problem> {
      if (known.includes(region)) return;
      const nearest = nearestName(region, known);
      yield {
        message: `"${region}" is no region of AWS.${didYouMean(region, known)}`,
        at: locate(path),
        ...(nearest !== undefined && { help: `Write "${nearest}".` }),
      };
    }
    for (const one of [...hubs.values(), ...networks.values(), ...spokes.values()]) {
      yield* unknown(one, one.region, ['region']);
    }
    for (const one of accounts.values()) {
      for (const [index, region] of one.regions.entries()) yield* unknown(one, region, ['regions', index]);
    }
  },
});
