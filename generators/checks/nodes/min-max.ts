import { laterFirst } from '../../model/later-first.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const green = (numbers: string) => exampleSpoke('network: {cidr: 10.1.0.0/18}', `nodeGroups: {default: {${numbers}}}`);

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'For the nodes of a group holds `min` ≤ `desired` ≤ `max`.',
  details: 'The numbers may come from different layers: each of them can be right where it stands.',
  good: { 'config/spokes/green.yaml': green('min: 2, desired: 3, max: 5') },
  bad: { 'config/spokes/green.yaml': green('min: 9, max: 5') },
  *run({ spokes }) {
    for (const { name: spoke, nodeGroups, locate } of spokes.values()) {
      for (const [name, { min, desired, max }] of Object.entries(nodeGroups)) {
        const wrong =
          min > max
            ? (['min', min, 'more', 'max', max] as const)
            : desired !== undefined && desired > max
              ? (['desired', desired, 'more', 'max', max] as const)
              : desired !== undefined && desired < min
                ? (['desired', desired, 'less', 'min', min] as const)
                : undefined;
        if (wrong === undefined) continue;
        const [field, number, than, bound, limit] = wrong;
        const own = locate(['nodeGroups', name, field]);
        const [at, other] = laterFirst(own, locate(['nodeGroups', name, bound]));
        yield {
          message: `\`${field}\` of node group "${name}" of spoke "${spoke}" is "${number}", ${than} than its \`${bound}\`, which is "${limit}".`,
          at,
          notes: [{ message: at === own ? `\`${bound}\` is set` : `\`${field}\` is set`, at: other }],
          help: 'Change one of the two.',
        };
      }
    }
  },
});
