import { type Cidr, contains, formatCidr } from '../../util/cidr.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { blockSuggester, soundPools, vpcRanges } from '../network-ranges.ts';

export default fleetCheck({
  severity: 'error',
  over: 'fleet',
  summary: 'The range of a VPC lies within an address pool of its hub, unless it is `isolated`.',
  details: 'The hub routes its pools to its spokes. Addresses outside of them would belong to somebody else.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 192.168.0.0/18, isolated: true}') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 192.168.0.0/18}') },
  *run(fleet) {
    const ranges = vpcRanges(fleet);
    const suggest = blockSuggester(fleet, ranges);
    const pools = new Map<string, readonly Cidr[]>();
    for (const hub of fleet.hubs.values()) pools.set(hub.name, soundPools(hub));
    for (const { cidr, of, path, hub: hubName, isolated, vpcId } of ranges) {
      const hub = fleet.hubs.get(hubName);
      if (isolated || vpcId !== undefined || hub === undefined) continue;
      // A pool that is no range may be the one that was meant.
      const known = pools.get(hubName) ?? [];
      if (known.length < hub.addressPools.length || known.some((pool) => contains(pool, cidr))) continue;
      const block = suggest(hubName, cidr.prefix);
      yield {
        message: `"${formatCidr(cidr)}" is not within the address pools of hub "${hubName}".`,
        at: of.locate(path),
        notes: [{ message: 'the address pools', at: hub.locate(['addressPools']) }],
        ...(block && { help: `Choose a range of a pool; ${block} is free.` }),
      };
    }
  },
});
