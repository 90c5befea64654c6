import type { DiagnosticLog } from '../diagnostics/diagnostic.ts';
import type { Fleet } from '../model/fleet.ts';
import type { FleetCheck } from './check.ts';
import { checks } from './registry.ts';

/** Where a name leads nowhere, the other checks would say the same again in other words. */
const FIRST_AREA = 'reference/';

/**
 * Runs the checks of references and, if every one of them holds, all others. Spokes in `known` were found good beside the
 * same other files: they are only compared with those that are new.
 */
export function runChecks(
  fleet: Fleet,
  log: DiagnosticLog,
  known: ReadonlySet<string> = new Set(),
  all: Readonly<Record<string, FleetCheck>> = checks,
): void {
  const changed = new Map([...fleet.spokes].filter(([name]) => !known.has(name)));
  const subjects = { fleet, spoke: { ...fleet, spokes: changed } };
  const run = (first: boolean): void => {
    for (const [code, check] of Object.entries(all)) {
      if (code.startsWith(FIRST_AREA) !== first) continue;
      for (const problem of check.run(subjects[check.scope])) log[check.severity](code, problem);
    }
  };
  run(true);
  if (!log.hasErrors) run(false);
}
