import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { emitError } from '../emit-checks.ts';
import type { CompiledOwner } from '../tree/compiled-tree.ts';
import { inRecord } from './in-record.ts';
import type { OwnerRecord } from './record.ts';

/** Facts of graphs are `graphs.<kind>`: `needed` by what the hub has, or only `kept`; and `graphs.<name>`: `own`. */
const prefix = 'graphs.';

/** A graph whose last user went stays on its hub until a person takes it away: what it made may not all be gone. */
export function compareGraphs(before: OwnerRecord, after: CompiledOwner): Diagnostic[] {
  const gone = Object.keys(before.facts).filter(
    (fact) => fact.startsWith(prefix) && before.facts[fact] === 'needed' && after.facts[fact] === undefined,
  );
  const [first] = gone;
  if (first === undefined) return [];
  const kindsOf = (facts: readonly string[]) => facts.map((fact) => fact.slice(prefix.length));
  const kept = Object.keys(after.facts).filter(
    (fact) => ['kept', 'own'].includes(after.facts[fact] ?? '') && fact.startsWith(prefix),
  );
  return [
    emitError('lifecycle/vanished-graph', {
      message: `Nothing of hub "${after.owner.name}" needs "${kindsOf(gone).join('", "')}" any more, and the graph would leave the hub.`,
      at: after.locate(['graphs']),
      notes: [{ message: 'the hub has it', at: inRecord(before, first) }],
      help: `Write \`graphs: [${kindsOf([...kept, ...gone]).join(', ')}]\` in the hub's file.`,
    }),
  ];
}
