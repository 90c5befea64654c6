import { clouds } from '../../clouds/registry.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { repairBy } from '../../diagnostics/repair-by.ts';
import type { Origin } from '../../source/origin.ts';
import type { Path } from '../../source/path.ts';
import { compareVersions } from '../../util/compare-versions.ts';
import { emitError } from '../emit-checks.ts';
import type { CompiledOwner } from '../tree/compiled-tree.ts';
import { inRecord } from './in-record.ts';
import type { OwnerRecord } from './record.ts';

/** Facts of versions, such as `versions.addons.<name>`; with `own`, the spoke's file says it. */
const format = /^versions\.(?<field>\w+)\.(?<addon>.+)$/;
const NONE = 'none';

interface Sort {
  /** As people call one. */
  readonly title: string;
  /** Where the pins stand. */
  readonly path: Path;
}

const managed = Object.values(clouds).map(({ managedAddons: { fact, title, path } }): readonly [string, Sort] => [
  fact,
  { title, path: ['versions', ...path] },
]);
/** By how their facts are named. */
const sorts: ReadonlyMap<string | undefined, Sort> = new Map([
  ['addons', { title: 'add-on', path: ['versions', 'addons'] }],
  ...managed,
]);

/** The spoke's own file takes no add-on back: not by a pin, not without one, and not by other layers. Layers may. */
export function compareAddons(before: OwnerRecord, after: CompiledOwner): Diagnostic[] {
  if (after.facts['lifecycle'] === 'retired') return [];
  const chosen = otherLayers(before.facts['layers'], after.facts['layers']);
  return Object.entries(before.facts).flatMap(([fact, value]) => {
    const { field, addon } = format.exec(fact)?.groups ?? {};
    const next = after.facts[fact];
    const sort = sorts.get(field);
    if (sort === undefined || addon === undefined || next === undefined) return [];
    const [old = '', wasOwn] = value.split(' ');
    const [now = '', isOwn] = next.split(' ');
    if (old === NONE || (now !== NONE && compareVersions(now, old) >= 0)) return [];
    const { title } = sort;
    const path = [...sort.path, addon];
    if (isOwn) return [tell(before, after, { fact, title, path, old, now, at: after.locate(path) })];
    // Its layers went back, and not by this file.
    if (!wasOwn && chosen === undefined) return [];
    return [tell(before, after, { fact, title, path, old, now, at: after.locate(chosen ?? []) })];
  });
}

/** Where the file chooses others than before. */
function otherLayers(before: string | undefined, after = ''): Path | undefined {
  if (before === undefined || before === after) return undefined;
  return before.split(' ')[0] === after.split(' ')[0] ? ['components'] : ['environment'];
}

interface Step {
  readonly fact: string;
  readonly title: string;
  readonly path: Path;
  readonly old: string;
  readonly now: string;
  /** Where the file says it. */
  readonly at: Origin;
}

function tell(before: OwnerRecord, after: CompiledOwner, { fact, title, path, old, now, at }: Step): Diagnostic {
  const { kind, name } = after.owner;
  const addon = String(path.at(-1));
  const file = after.locate([]).span?.source.path ?? '';
  const { help, edits } = repairBy({ file, path, add: old });
  return emitError('lifecycle/older-addon', {
    message: `The file of ${kind} "${name}" takes the ${title} "${addon}" back from "${old}" to "${now}".`,
    at,
    notes: [{ message: `it has "${old}"`, at: inRecord(before, fact) }],
    help: help.replace(/\.$/, '; only a layer may go back.'),
    edits,
  });
}
