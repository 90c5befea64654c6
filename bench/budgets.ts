import type { Fleets } from './fleet.ts';
import type { Row, Rows } from './measure.ts';
import { mebibytes, none, seconds } from './print-table.ts';

type Figure = 'median' | 'min';
type Of = (figure: Figure | 'memory') => number | undefined;
type Print = (value: number | undefined) => string;

/** What was measured; a part that was not is empty. */
interface Measured {
  readonly fleets: Fleets;
  readonly graphs: Rows;
  readonly peers: Rows;
  readonly help: Row | undefined;
}

const within = (value: number | undefined, budget: number) =>
  value === undefined ? none : value <= budget ? 'within' : 'OVER';

/** Seconds that cdk8s needed for the peers' work on the machine on which the budgets were set. */
const cdk8sThere = 2.2;

const quotient = (over: number | undefined, under: number | undefined) =>
  over === undefined || under === undefined ? undefined : over / under;
const difference = (from: number | undefined, what: number | undefined) =>
  from === undefined || what === undefined ? undefined : from - what;

/**
 * What the compiler is meant to need on two cores, beside what it needed, here and (by what cdk8s needed in the same run)
 * on the machine on which the budgets were set. Nothing fails when it needs more.
 */
export function budgetRows({ fleets, graphs, peers, help }: Measured): readonly (readonly string[])[] {
  const rows = fleets[1000]?.rows ?? ({} as Rows);
  const { 'cold build': cold, 'warm build': warm, 'one edit': edit, check } = rows;
  const { 'cold build': large } = fleets[10_000]?.rows ?? ({} as Rows);
  const { 'lint of 100 graphs': hundred, 'lint of the library': library, 'lint of no graph': idle } = graphs;
  const { wheelwright: ours, 'cdk8s, one App per spoke': theirs } = peers;
  const row = (name: string, of: Of, budget: number, print: Print, scaled = none) => {
    const [median, least] = [of('median'), of('min')];
    return [name, print(median), print(least), scaled, print(budget), within(median, budget)];
  };
  const slower = quotient(theirs?.median, cdk8sThere);
  const time = (name: string, of: Of, budget: number) => {
    const there = quotient(of('median'), slower);
    return row(name, of, budget, seconds, `${seconds(there)} ${within(there, budget)}`);
  };
  const memory = (name: string, of: Row | undefined, budget: number) => row(name, () => of?.memory, budget, mebibytes);
  const factor = (name: string, of: Of, budget: number) => row(name, of, budget, (value) => value?.toFixed(2) ?? none);
  // Budgets of builds are shares of what cdk8s needs for the peers' work in the same run.
  const share = (name: string, of: string, budget: number, figure: 'wall' | 'cpu' = 'wall') => {
    const ours = figure === 'cpu' ? rows[of]?.cpu : rows[of]?.median;
    const whole = figure === 'cpu' ? theirs?.cpu : theirs?.median;
    return row(
      `${name}, times cdk8s`,
      () => quotient(ours, whole),
      budget,
      (value) => value?.toFixed(3) ?? none,
    );
  };
  const builds = ['', ', warnings'].flatMap((of) => [
    share(`nothing changed among 1,000${of}`, `warm build${of}`, 0.1),
    share(`one edit among 1,000${of}`, `one edit${of}`, 0.13),
    share(`one layer among 1,000${of}`, `one layer${of}`, 0.2),
  ]);
  return [
    share('cold build of 1,000', 'cold build', 0.45),
    ...builds,
    share('resident edit among 1,000, processor time', 'resident edit', 0.006, 'cpu'),
    time('cold build of 1,000', (figure) => cold?.[figure], 2),
    memory('its memory', cold, 300),
    time('warm build of 1,000', (figure) => warm?.[figure], 0.35),
    time('one edit among 1,000', (figure) => edit?.[figure], 0.35),
    time('of that, more than a warm build', (figure) => difference(edit?.[figure], warm?.[figure]), 0.05),
    time('check of 1,000', (figure) => check?.[figure], 1.5),
    factor('cold build of 10,000, times 1,000', (figure) => quotient(large?.[figure], cold?.[figure]), 11),
    memory('its memory', large, 1536),
    time('lint of 100 graphs of 40 resources', (figure) => hundred?.[figure], 1),
    time('lint of the library, more than of no graph', (figure) => difference(library?.[figure], idle?.[figure]), 0.1),
    factor('the peers’ work, times cdk8s', (figure) => quotient(ours?.[figure], theirs?.[figure]), 0.4),
    time('--help', (figure) => help?.[figure], 0.12),
  ];
}
