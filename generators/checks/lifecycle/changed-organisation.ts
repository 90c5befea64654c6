import { changedOwners } from '../../model/change.ts';
import { changeCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const blue = 'config/spokes/blue.yaml';

/** Of the whole fleet: each hub has it as a fact, and it is told once. */
const fact = 'organisation';

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'The organisation never changes.',
  details:
    'The names of all roles begin with it: the controllers would assume roles that nobody made, in every account at once, and Terraform would replace those that are there.',
  good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'tags: {cost: shop}') },
  bad: { $: 'sed "s/acme$/globex/" config/config.yaml > new\nmv new config/config.yaml' },
  *run(change) {
    for (const { before, after } of changedOwners(change)) {
      const [old, now] = [before.facts[fact], after.facts[fact]];
      if (old === undefined || now === old) continue;
      yield {
        message: `The organisation cannot change from "${old}" to "${now ?? ''}".`,
        at: after.locate([fact]),
        notes: [{ message: `its roles exist with "${old}"`, at: before.locateFact(fact) }],
        help: `Set it back to "${old}".`,
      };
      return;
    }
  },
});
