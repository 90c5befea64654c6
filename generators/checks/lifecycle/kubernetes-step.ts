import type { Problem } from '../../diagnostics/diagnostic.ts';
import { repairBy } from '../../diagnostics/repair-by.ts';
import { type ChangedOwner, changedOwners } from '../../model/change.ts';
import { kubernetesSteps, minorOf } from '../../owners/kubernetes-fact.ts';
import type { Origin } from '../../source/origin.ts';
import { changeCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';

const blue = 'config/spokes/blue.yaml';

const path = ['versions', 'kubernetes'];

interface Step extends ChangedOwner {
  /** Where its version stands. */
  readonly at: Origin;
}

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'The Kubernetes version of an existing spoke goes up, by one minor version at a time.',
  details:
    'The EKS controller takes no control plane back, whatever EKS itself may do within days of an upgrade, and EKS skips no minor version: the spoke would stand still with an error. Deliver each step before the next.',
  good: {
    [blue]: exampleSpoke('network: {cidr: 10.0.0.0/18}', 'versions: {kubernetes: "1.36"}'),
  },
  bad: {
    [blue]: exampleSpoke(
      'network: {cidr: 10.0.0.0/18}',
      'versions: {kubernetes: "1.34", eks: {addons: {kube-proxy: v1.34.0-eksbuild.2}}}',
    ),
  },
  beside: ['lifecycle/older-addon'],
  *run(change) {
    const steps = changedOwners(change).flatMap((owner): readonly Step[] =>
      isRefused(owner) ? [{ ...owner, at: owner.after.locate(path) }] : [],
    );
    if (steps.length === 0) return;
    const refused = new Set(steps.map(({ after }) => after.record));
    // A line with which others go on as before is not what changed.
    const unchanged = new Set(
      [...change.after.values()]
        .filter(
          ({ record, facts }) => facts['kubernetes'] !== undefined && change.known.has(record) && !refused.has(record),
        )
        .map(({ locate }) => placeOf(locate(path))),
    );
    for (const step of steps) yield tell(step, unchanged.has(placeOf(step.at)));
  },
});

function isRefused({ before, after }: ChangedOwner): boolean {
  const [old, now] = [before.facts['kubernetes'], after.facts['kubernetes']];
  // Without a version on both sides there is no step.
  if (old === undefined || now === undefined) return false;
  return kubernetesSteps(old)?.includes(now) === false;
}

function placeOf({ span }: Origin): string {
  return `${span?.source.path}:${span?.start}`;
}

function tell({ before, after, at }: Step, isSharedLine: boolean): Problem {
  const { kind, name } = before.owner;
  const [old = '', now = ''] = [before.facts['kubernetes'], after.facts['kubernetes']];
  const [same = old, up = old] = kubernetesSteps(old) ?? [];
  const isDown = minorOf(now) < minorOf(old);
  const next = isDown ? same : up;
  const own = after.locate([]).span?.source.path ?? '';
  const message = `Kubernetes of ${kind} "${name}" cannot go ${isDown ? 'down' : 'up'} from "${old}" to "${now}"${isDown ? '' : ' in one step'}.`;
  const runs = { message: `it runs "${old}"`, at: before.locateFact('kubernetes') };
  if (isSharedLine && at.span?.source.path !== own) {
    return {
      message,
      at: after.locate(['environment'], 'value'),
      notes: [runs, { message: 'others have this version already, so the line stays', at }],
      ...repairBy({ file: own, path, add: next }),
    };
  }
  const { help, edits } = repairBy({ at, write: next });
  return {
    message,
    at,
    notes: [runs],
    help: isDown ? help : help.replace(/\.$/, ', let that be delivered, then go on.'),
    edits,
  };
}
