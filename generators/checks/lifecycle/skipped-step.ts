import type { Problem } from '../../diagnostics/diagnostic.ts';
import { type Change, changedOwners } from '../../model/change.ts';
import { lifecycleSteps } from '../../owners/lifecycle-fact.ts';
import { changeCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { isStateful, lifecycleOf } from './lifecycle-of.ts';

const blue = 'config/spokes/blue.yaml';

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'The lifecycle moves between active and retiring, and from retiring to retired, never otherwise.',
  details:
    'What is new is active. Applications must have left before their cluster goes, and what was given up for deletion cannot be called back: its deletion protection is off, and parts of it may be gone.',
  good: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'lifecycle: retiring') },
  bad: { [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'lifecycle: retired') },
  *run(change) {
    yield* newOnes(change);
    for (const { before, after } of changedOwners(change)) {
      const { kind, name } = before.owner;
      const [old, now] = [lifecycleOf(before), lifecycleOf(after)];
      if (!isStateful(before) || lifecycleSteps(old)?.includes(now) !== false) continue;
      yield {
        message: `The lifecycle of ${kind} "${name}" cannot go from "${old}" to "${now}".`,
        at: after.locate(['lifecycle']),
        notes: [{ message: `it is "${old}"`, at: before.locateFact('lifecycle') }],
        help:
          old === 'retired'
            ? `Delete its file when its cloud resources are gone; only then the name may be used again.`
            : `Set it to "retiring", let that be delivered, and set it to "retired" then.`,
      };
    }
  },
});

/** What is new begins its life; without any record nobody knows what is new. */
function* newOnes({ after, known }: Change): Generator<Problem> {
  if (known.size === 0) return;
  for (const one of after.values()) {
    const { kind, name } = one.owner;
    const lifecycle = lifecycleOf(one);
    if (!isStateful(one) || lifecycle === 'active' || known.has(one.record)) continue;
    yield {
      message: `The ${kind} "${name}" is new, so its lifecycle cannot be "${lifecycle}".`,
      at: one.locate(['lifecycle']),
      help: 'Remove `lifecycle`: nothing of it exists that could go.',
    };
  }
}
