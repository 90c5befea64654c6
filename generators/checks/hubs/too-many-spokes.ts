import { fleetCheck } from '../check.ts';
import { exampleHub, exampleSpoke } from '../example-files.ts';

/** What a hub is made for. */
const MOST = 500;

const spoke = (index: number) =>
  exampleSpoke(`network: {cidr: 10.${64 + Math.floor(index / 64)}.${(index % 64) * 4}.0/22}`);

export default fleetCheck({
  severity: 'warning',
  over: 'fleet',
  summary: `A hub should have at most ${MOST} spokes.`,
  details: 'One Argo CD watches all of them. Beyond that number a second hub is safer than a larger one.',
  background: () =>
    Object.fromEntries(
      Array.from({ length: MOST - 1 }, (_, index) => [`config/spokes/spoke-${index + 1}.yaml`, spoke(index + 1)]),
    ),
  good: { 'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]') },
  bad: { [`config/spokes/spoke-${MOST}.yaml`]: spoke(MOST) },
  *run({ hubs, spokes }) {
    const counts = new Map<string, number>();
    for (const { hub } of spokes.values()) counts.set(hub, (counts.get(hub) ?? 0) + 1);
    for (const { name, locate } of hubs.values()) {
      const count = counts.get(name) ?? 0;
      if (count <= MOST) continue;
      yield {
        message: `Hub "${name}" has "${count}" spokes, more than ${MOST}.`,
        at: locate(['cluster']),
        help: 'Make another hub, and give it accounts with the next spokes.',
      };
    }
  },
});
