import type { CodedProblem, Diagnostic, DiagnosticLog, Problem } from '../diagnostics/diagnostic.ts';
import type { Change } from '../model/change.ts';
import type { ChangeCheck } from '../model/check.ts';
import type { Fleet, Spoke } from '../model/fleet.ts';
import type { Hash } from '../util/hash.ts';
import { newTable, type Table } from '../util/table.ts';
import type { Check, DeliveredUnits, FleetCheck, OutputCheck } from './check.ts';
import { checks } from './registry.ts';

/** Where a name leads nowhere, the other checks would say the same again in other words. */
const FIRST_AREA = 'reference/';

/** What checks over a `spoke` said of one; without the others where a reference did not hold. */
export interface CheckedSpoke {
  readonly references: readonly Diagnostic[];
  readonly others?: readonly Diagnostic[];
}

/** What is known of each spoke, by its name. */
export interface KnownChecks {
  readonly table: Table<CheckedSpoke>;
  /** Changes with all parts of the fleet that the spoke is made of. */
  readonly versionOf: (spoke: Spoke) => string;
  readonly hash: Hash;
}

const unknown = (): KnownChecks => ({ table: newTable(), versionOf: () => '', hash: () => '' });

/**
 * Runs the checks of references and, if every one of them holds, all others. A spoke that was looked at before is only
 * compared with the others.
 */
export function runChecks(
  fleet: Fleet,
  log: DiagnosticLog,
  known: KnownChecks = unknown(),
  all: Readonly<Record<string, Check>> = checks,
): void {
  const around = known.hash(surroundings(fleet));
  const versionOf = (spoke: Spoke): string => {
    const exists = fleet.recorded.has(`spokes/${spoke.name}`) ? 'exists' : 'new';
    return `${known.versionOf(spoke)} ${around} ${exists}`;
  };
  const before = new Map<Spoke, CheckedSpoke | undefined>();
  for (const spoke of fleet.spokes.values()) before.set(spoke, known.table.get(spoke.name, versionOf(spoke)));
  const run = (phase: keyof CheckedSpoke): ReadonlyMap<string, readonly Diagnostic[]> => {
    const changed = new Map<string, Spoke>();
    for (const [spoke, told] of before) {
      const same = told?.[phase];
      if (same === undefined) changed.set(spoke.name, spoke);
      else log.add(same);
    }
    const found = new Map([...changed.keys()].map((name): [string, Diagnostic[]] => [name, []]));
    for (const [code, check] of Object.entries(all)) {
      if (
        check.over === 'output' ||
        check.over === 'change' ||
        code.startsWith(FIRST_AREA) !== (phase === 'references')
      )
        continue;
      const { severity, over } = check;
      const problems = [...check.run(over === 'fleet' ? fleet : { ...fleet, spokes: changed })];
      for (const problem of problems) log[severity](code, problem);
      if (over === 'fleet' || problems.length === 0) continue;
      for (const [name, problem] of bySpoke(check, fleet, changed))
        found.get(name)?.push({ code, severity, notes: [], ...problem });
    }
    return found;
  };
  const references = run('references');
  const others = log.hasErrors ? undefined : run('others');
  for (const [spoke, told] of before) {
    const { name } = spoke;
    if (!references.has(name) && others?.has(name) !== true) continue;
    const own = { references: references.get(name) ?? told?.references ?? [] };
    const rest = others?.get(name) ?? told?.others;
    known.table.set(name, versionOf(spoke), rest === undefined ? own : { ...own, others: rest });
  }
}

/** What a check says of each spoke by itself, without what it says of everything else. */
function* bySpoke(check: FleetCheck, fleet: Fleet, spokes: Fleet['spokes']): Generator<[string, Problem]> {
  const others = new Set([...check.run({ ...fleet, spokes: new Map() })].map(identityOf));
  for (const [name, spoke] of spokes) {
    for (const problem of check.run({ ...fleet, spokes: new Map([[name, spoke]]) }))
      if (!others.has(identityOf(problem))) yield [name, problem];
  }
}

function identityOf({ at, message }: Problem): string {
  return `${at?.span?.source.path}:${at?.span?.start} ${message}`;
}

/** What any spoke may be held against: what config.yaml says of the fleet, all hubs, and all names. */
function surroundings(fleet: Fleet): string {
  const { hubs, accounts, networks, teams, bases, components, graphs, manifests, layers, recorded, configVersions } =
    fleet;
  const names = [accounts, networks, teams, bases, components, graphs, manifests].map((things) =>
    [...things.keys()].join(' '),
  );
  const layerNames = Object.values(layers).map((known) => [...known].join(' '));
  const versions = [...hubs.values()].map(({ name, version }) => `${name} ${version}`);
  const others = [...recorded].filter((name) => !name.startsWith('spokes/'));
  return [...names, ...layerNames, ...versions, ...Object.values(configVersions), ...others].join('\n');
}

interface Found extends CodedProblem {
  readonly severity: Diagnostic['severity'];
}

const outputChecks = Object.entries<Check>(checks).filter(
  (entry): entry is [string, OutputCheck] => entry[1].over === 'output',
);

/** What the checks over what is delivered say. */
export function* runOutputChecks(delivered: DeliveredUnits): Generator<Found> {
  for (const [code, check] of outputChecks) {
    for (const problem of check.run(delivered)) yield { ...problem, code, severity: check.severity };
  }
}

const changeChecks = Object.entries<Check>(checks).filter(
  (entry): entry is [string, ChangeCheck] => entry[1].over === 'change',
);

/** What a change must not do to what exists. */
export function runChangeChecks(change: Change): readonly Diagnostic[] {
  return changeChecks.flatMap(([code, { severity, run }]) =>
    [...run(change)].map((problem) => ({ notes: [], ...problem, code, severity })),
  );
}
