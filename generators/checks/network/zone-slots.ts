import { SLOTS } from '../../util/subnets.ts';
import { fleetCheck } from '../check.ts';
import { zoneLayouts } from '../zone-layouts.ts';

const account = { 'config/accounts/main.yaml': 'id: "222222222222"\nregions: [eu-west-1, us-east-1]\n' };
const spoke = (zones: string) =>
  `environment: production\naccount: main\nregion: us-east-1\nnetwork: {cidr: 10.1.0.0/18, azs: [${zones}]}\n`;

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'No two zones of a network share the addresses of one slot.',
  details: `A VPC has ${SLOTS} blocks of each tier. The fifth zone of a region has the block of the first, the sixth that of the second, so that a zone keeps its addresses for ever.`,
  good: { ...account, 'config/spokes/green.yaml': spoke('us-east-1b, us-east-1e') },
  bad: { ...account, 'config/spokes/green.yaml': spoke('us-east-1a, us-east-1e') },
  *run(fleet) {
    for (const { of, path, known = [], layout } of zoneLayouts(fleet)) {
      const bySlot = new Map<number, string>();
      for (const [index, zone] of (layout.azs ?? []).entries()) {
        const place = known.indexOf(zone);
        const other = bySlot.get(place % SLOTS);
        bySlot.set(place % SLOTS, zone);
        if (place === -1 || other === undefined) continue;
        const free = known.filter((name, slot) => name !== zone && !bySlot.has(slot % SLOTS));
        yield {
          message:
            other === zone
              ? `The zone "${zone}" is chosen twice.`
              : `The zones "${other}" and "${zone}" have the same addresses.`,
          at: of.locate([...path, 'azs', index]),
          ...(free.length > 0 && { help: `Choose ${free.map((name) => `"${name}"`).join(' or ')} instead.` }),
        };
      }
    }
  },
});
