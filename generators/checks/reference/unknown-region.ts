import { clouds } from '../../clouds/registry.ts';
import type { Problem } from '../../diagnostics/diagnostic.ts';
import { DEFAULT_CLOUD } from '../../model/default-cloud.ts';
import type { Named } from '../../model/fleet.ts';
import type { Path } from '../../source/path.ts';
import { didYouMean, nearestName } from '../../util/did-you-mean.ts';
import { fleetCheck } from '../check.ts';

const account = (regions: string) => `id: "333333333333"\nregions: [${regions}]\n`;

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A region must be one of those whose availability zones are known.',
  details:
    'The zones of a region decide the addresses of subnets, so they are part of this program and only ever appended to.',
  good: { 'config/accounts/second.yaml': account('eu-west-1, eu-central-1') },
  bad: { 'config/accounts/second.yaml': account('eu-west-1, eu-cetral-1') },
  *run({ accounts, hubs, networks, spokes }) {
    function* unknown({ locate }: Named, cloud: string, region: string, path: Path): Iterable<Problem> {
      const found = clouds[cloud];
      // A cloud that does not exist is told elsewhere.
      if (found === undefined || Object.hasOwn(found.zones, region)) return;
      const known = Object.keys(found.zones);
      const nearest = nearestName(region, known);
      yield {
        message: `"${region}" is no region of ${found.title}.${didYouMean(region, known)}`,
        at: locate(path),
        ...(nearest !== undefined && { help: `Write "${nearest}".` }),
      };
    }
    for (const hub of hubs.values()) yield* unknown(hub, DEFAULT_CLOUD, hub.region, ['region']);
    for (const one of [...networks.values(), ...spokes.values()]) {
      yield* unknown(one, accounts.get(one.account)?.cloud ?? '', one.region, ['region']);
    }
    for (const one of accounts.values()) {
      for (const [index, region] of one.regions.entries()) yield* unknown(one, one.cloud, region, ['regions', index]);
    }
  },
});
