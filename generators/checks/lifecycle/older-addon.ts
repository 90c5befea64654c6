import type { Problem } from '../../diagnostics/diagnostic.ts';
import { repairBy } from '../../diagnostics/repair-by.ts';
import { type ChangedOwner, changedOwners, isMoved } from '../../model/change.ts';
import { kindOfFact, nameIn } from '../../model/fact.ts';
import { pinFacts } from '../../owners/version-facts.ts';
import type { Origin } from '../../source/origin.ts';
import type { Path } from '../../source/path.ts';
import { compareVersions } from '../../util/compare-versions.ts';
import { changeCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const blue = 'config/spokes/blue.yaml';

const NONE = 'none';

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'The file of a spoke takes no add-on back to an older version.',
  details:
    "Add-ons run with the platform's rights, and an older version has the faults that a newer one mended. What a chart or an EKS add-on has written may also be more than an older one can read. So only a layer, which belongs to the platform team, may go back. For one spoke: give it a component, deliver that, and pin the older version there. A pin in the file, a pin that is taken out of it, and another environment or component that is behind count alike.",
  good: {
    [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'versions: {eks: {addons: {coredns: v1.13.1-eksbuild.1}}}'),
  },
  bad: {
    [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'versions: {eks: {addons: {coredns: v1.11.4-eksbuild.2}}}'),
  },
  *run(change) {
    for (const owner of changedOwners(change)) {
      if (owner.after.facts['lifecycle'] !== 'retired' && !isMoved(owner)) yield* olderAddons(owner);
    }
  },
});

/** The spoke's own file takes no add-on back: not by a pin, not without one, and not by other layers. Layers may. */
function* olderAddons(owner: ChangedOwner): Generator<Problem> {
  const { before, after } = owner;
  const chosen = otherLayers(before.facts['layers'], after.facts['layers']);
  for (const [fact, value] of Object.entries(before.facts)) {
    const kind = kindOfFact(pinFacts, fact);
    const next = after.facts[fact];
    if (kind === undefined || next === undefined) continue;
    // With `own`, the spoke's file says it.
    const [old = '', wasOwn] = value.split(' ');
    const [now = '', isOwn] = next.split(' ');
    if (old === NONE || (now !== NONE && compareVersions(now, old) >= 0)) continue;
    const addon = nameIn(kind.name, fact) ?? '';
    const step = { fact, addon: `${kind.noun} "${addon}"`, path: [...kind.at, addon], old, now };
    if (isOwn) yield tell(owner, { ...step, at: after.locate(step.path) });
    // Otherwise its layers went back, and not by this file.
    else if (wasOwn || chosen !== undefined) yield tell(owner, { ...step, at: after.locate(chosen ?? []) });
  }
}

/** Where the file chooses others than before. */
function otherLayers(before: string | undefined, after = ''): Path | undefined {
  if (before === undefined || before === after) return undefined;
  return before.split(' ')[0] === after.split(' ')[0] ? ['components'] : ['environment'];
}

interface Step {
  readonly fact: string;
  /** In words. */
  readonly addon: string;
  readonly path: Path;
  readonly old: string;
  readonly now: string;
  /** Where the file says it. */
  readonly at: Origin;
}

function tell({ before, after }: ChangedOwner, { fact, addon, path, old, now, at }: Step): Problem {
  const { kind, name } = after.owner;
  const file = after.locate([]).span?.source.path ?? '';
  const { help, edits } = repairBy({ file, path, add: old });
  return {
    message: `The file of ${kind} "${name}" takes the ${addon} back from "${old}" to "${now}".`,
    at,
    notes: [{ message: `it has "${old}"`, at: before.locateFact(fact) }],
    help: help.replace(/\.$/, '; only a layer may go back.'),
    edits,
  };
}
