import { changedOwners } from '../../model/change.ts';
import { changeCheck } from '../check.ts';
import { exampleHub, exampleSpoke } from '../example-files.ts';

const blue = 'config/spokes/blue.yaml';

/** Facts of graphs are `graphs.<kind>`: `needed` by what the hub has, or only `kept`; and `graphs.<name>`: `own`. */
const prefix = 'graphs.';

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'A graph whose last user went stays on its hub until a person takes it away.',
  details:
    'What the graph made may not all be gone, and only with the graph and its controllers can it go. `graphs` of the hub keeps them. Remove the kind there when nothing of it is left on the hub; Argo CD then waits for an approval of the Application `library`.',
  good: {
    'config/hubs/hub.yaml': exampleHub('[10.0.0.0/8]', 'graphs: [EKSCluster, VPCNetwork]'),
    $: 'rm config/spokes/blue.yaml',
  },
  bad: { $: 'rm config/spokes/blue.yaml' },
  before: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'lifecycle: retired') },
  *run(change) {
    for (const { before, after } of changedOwners(change)) {
      const gone = Object.keys(before.facts).filter(
        (fact) => fact.startsWith(prefix) && before.facts[fact] === 'needed' && after.facts[fact] === undefined,
      );
      const [first] = gone;
      if (first === undefined) continue;
      const kept = Object.keys(after.facts).filter(
        (fact) => ['kept', 'own'].includes(after.facts[fact] ?? '') && fact.startsWith(prefix),
      );
      yield {
        message: `Nothing of hub "${after.owner.name}" needs "${kindsOf(gone).join('", "')}" any more, and the graph would leave the hub.`,
        at: after.locate(['graphs']),
        notes: [{ message: 'the hub has it', at: before.locateFact(first) }],
        help: `Write \`graphs: [${kindsOf([...kept, ...gone]).join(', ')}]\` in the hub's file.`,
      };
    }
  },
});

function kindsOf(facts: readonly string[]): readonly string[] {
  return facts.map((fact) => fact.slice(prefix.length));
}
