import { removed } from '../../diagnostics/removed.ts';
import type { Fleet } from '../../model/fleet.ts';
import type { Locate } from '../../source/origin.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A spoke has a node group.',
  details: 'Without nodes neither coredns nor an add-on can run, and the cluster never becomes ready.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}', 'nodeGroups: {default: null}') },
  *run({ spokes }) {
    for (const { name, nodeGroups, locate } of spokes.values()) {
      if (Object.values(nodeGroups).some(({ lifecycle }) => lifecycle === 'active')) continue;
      yield {
        message: `Spoke "${name}" has no node group.`,
        ...(removedGroup(spokes, locate) ?? {
          at: locate(['nodeGroups']),
          help: 'Add one under `nodeGroups`, here or in a layer.',
        }),
      };
    }
  },
});

/** One that a layer gives, and a later one takes away: nothing is left of its name, so those of other spokes are tried. */
function removedGroup(spokes: Fleet['spokes'], locate: Locate): ReturnType<typeof removed> {
  const names = new Set(['default', ...[...spokes.values()].flatMap(({ nodeGroups }) => Object.keys(nodeGroups))]);
  for (const name of names) {
    const removal = removed(locate, ['nodeGroups', name]);
    if (removal !== undefined) return removal;
  }
  return undefined;
}
