import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { repairBy } from '../../diagnostics/repair-by.ts';
import type { Origin } from '../../source/origin.ts';
import { emitError } from '../emit-checks.ts';
import type { CompiledOwner } from '../tree/compiled-tree.ts';
import { inRecord } from './in-record.ts';
import type { OwnerRecord } from './record.ts';

const path = ['versions', 'kubernetes'];

interface Step {
  readonly before: OwnerRecord;
  readonly after: CompiledOwner;
  /** Where its version stands. */
  readonly at: Origin;
}

interface Base {
  readonly records: readonly OwnerRecord[];
  readonly paths: ReadonlySet<string>;
}

/** A control plane goes up by one minor version at a time, and never down. */
export function compareKubernetes({ records, paths }: Base, head: readonly CompiledOwner[]): readonly Diagnostic[] {
  const heads = new Map(head.map((owner) => [owner.record, owner]));
  const steps = records.flatMap((before): readonly Step[] => {
    const after = heads.get(before.path);
    return after !== undefined && isRefused(before, after) ? [{ before, after, at: after.locate(path) }] : [];
  });
  if (steps.length === 0) return [];
  const refused = new Set(steps.map(({ after }) => after.record));
  // A line with which others go on as before is not what changed.
  const unchanged = new Set(
    head
      .filter(({ record, facts }) => facts['kubernetes'] !== undefined && paths.has(record) && !refused.has(record))
      .map(({ locate }) => placeOf(locate(path))),
  );
  return steps.map((step) => tell(step, unchanged.has(placeOf(step.at))));
}

const minorOf = (version: string | undefined): number => Number(version?.split('.')[1]);

function isRefused(before: OwnerRecord, after: CompiledOwner): boolean {
  // Without a version on both sides there is no step.
  const step = minorOf(after.facts['kubernetes']) - minorOf(before.facts['kubernetes']);
  return step < 0 || step > 1;
}

function placeOf({ span }: Origin): string {
  return `${span?.source.path}:${span?.start}`;
}

function tell({ before, after, at }: Step, isSharedLine: boolean): Diagnostic {
  const { kind, name } = before.owner;
  const [old = '', now = ''] = [before.facts['kubernetes'], after.facts['kubernetes']];
  const isDown = minorOf(now) < minorOf(old);
  const next = isDown ? old : `1.${minorOf(old) + 1}`;
  const own = after.locate([]).span?.source.path ?? '';
  const message = `Kubernetes of ${kind} "${name}" cannot go ${isDown ? 'down' : 'up'} from "${old}" to "${now}"${isDown ? '' : ' in one step'}.`;
  const runs = { message: `it runs "${old}"`, at: inRecord(before, 'kubernetes') };
  if (isSharedLine && at.span?.source.path !== own) {
    return emitError('lifecycle/kubernetes-step', {
      message,
      at: after.locate(['environment'], 'value'),
      notes: [runs, { message: 'others have this version already, so the line stays', at }],
      ...repairBy({ file: own, path, add: next }),
    });
  }
  const { help, edits } = repairBy({ at, write: next });
  return emitError('lifecycle/kubernetes-step', {
    message,
    at,
    notes: [runs],
    help: isDown ? help : help.replace(/\.$/, ', let that be delivered, then go on.'),
    edits,
  });
}
