import type { CompiledOwner, RecordedOwner } from '../../model/change.ts';
import { changeCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { isStateful, lifecycleOf } from './lifecycle-of.ts';

const blue = 'config/spokes/blue.yaml';

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'A spoke or a network leaves the configuration only after it was retired.',
  details:
    'Deleting the file deletes nothing in the cloud: the cluster would go on running with nobody watching it. `lifecycle: retiring` takes the applications away, then `retired` lets the cloud resources go, then the file may be deleted. A renamed file is another cluster.',
  good: { $: 'rm config/spokes/blue.yaml' },
  bad: { $: 'rm config/spokes/green.yaml' },
  before: {
    [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'lifecycle: retired'),
    'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.1.0.0/18}'),
  },
  *run({ before: all, after, known }) {
    for (const before of all) {
      const { kind, name } = before.owner;
      if (after.has(before.record) || !isStateful(before)) continue;
      const lifecycle = lifecycleOf(before);
      if (lifecycle === 'retired') continue;
      const renamed = [...after.values()].find((owner) => !known.has(owner.record) && isLike(before, owner));
      yield {
        message: `The ${kind} "${name}" vanished from the configuration, but it is "${lifecycle}", not "retired".`,
        at: before.locateFact('lifecycle'),
        notes:
          renamed === undefined
            ? []
            : [
                {
                  message: `"${renamed.owner.name}" looks like its new name, but a new name is a new ${kind}`,
                  at: renamed.locate([]),
                },
              ],
        help: `Restore config/${kind}s/${name}.yaml, then set \`lifecycle\` to ${lifecycle === 'active' ? '"retiring", then to ' : ''}"retired"; delete the file when its cloud resources are gone.`,
      };
    }
  },
});

/** The same place in the cloud under another name. */
function isLike(before: RecordedOwner, { owner, facts }: CompiledOwner): boolean {
  const same = ['account', 'region', 'addresses', 'cidr'];
  return owner.kind === before.owner.kind && same.every((fact) => facts[fact] === before.facts[fact]);
}
