import { didYouMean } from '../../util/did-you-mean.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { zoneLayouts } from '../zone-layouts.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A zone that a network chooses must be one of its region.',
  details: 'Zones are named by their region and a letter; not every region has the same letters.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18, azs: [eu-west-1a, eu-west-1c]}') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18, azs: [eu-west-1a, eu-west-1e]}') },
  *run(fleet) {
    for (const { of, path, region, known = [], layout } of zoneLayouts(fleet)) {
      for (const [index, zone] of (layout.azs ?? []).entries()) {
        if (known.includes(zone)) continue;
        const hint = zone.startsWith(region)
          ? ` Known: ${known.map((name) => `"${name}"`).join(', ')}.`
          : didYouMean(zone, known);
        yield { message: `"${zone}" is no zone of region "${region}".${hint}`, at: of.locate([...path, 'azs', index]) };
      }
    }
  },
});
