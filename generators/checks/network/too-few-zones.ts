import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { zoneLayouts } from '../zone-layouts.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A network has no more zones than its region.',
  details: 'Most regions have three. `azCount` takes them from the first on; `azs` names them.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18, azCount: 3}') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18, azCount: 4}') },
  *run(fleet) {
    for (const { of, path, region, known, layout } of zoneLayouts(fleet)) {
      if (known === undefined || layout.azs !== undefined || layout.azCount <= known.length) continue;
      yield {
        message: `Region "${region}" has ${known.length} zones, fewer than the "${layout.azCount}" that are asked for.`,
        at: of.locate([...path, 'azCount']),
        help: `Write \`azCount: ${known.length}\` for this region.`,
      };
    }
  },
});
