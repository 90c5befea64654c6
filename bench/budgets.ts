import type { Fleets } from './fleet.ts';
import type { Row, Rows } from './measure.ts';
import { mebibytes, none, seconds } from './print-table.ts';

/** What was measured; a part that was not is empty. */
interface Measured {
  readonly fleets: Fleets;
  readonly graphs: Rows;
  readonly peers: Rows;
  readonly help: Row | undefined;
}

type Line = readonly string[];

export const budgetHeader: Line = ['on two cores', 'median', 'times', 'of', 'budget', 'it is'];

const within = (value: number | undefined, budget: number) =>
  value === undefined ? none : value <= budget ? 'within' : 'OVER';
const quotient = (over: number | undefined, under: number | undefined) =>
  over === undefined || under === undefined ? undefined : over / under;

/** A figure as so many times another one. */
function times(name: string, value: number | undefined, of: string, unit: number | undefined, budget: number): Line {
  const factor = quotient(value, unit);
  return [name, seconds(value), factor?.toFixed(3) ?? none, of, budget.toFixed(3), within(factor, budget)];
}

function memory(name: string, row: Row | undefined, budget: number): Line {
  return [`${name}, memory`, mebibytes(row?.memory), none, none, mebibytes(budget), within(row?.memory, budget)];
}

/** Of builds of 1,000 spokes; those with a warning in every spoke may need no more. */
const builds = [
  ['cold build', 0.45],
  ['warm build', 0.1],
  ['one edit', 0.13],
  ['one layer', 0.2],
] as const;

/**
 * What the compiler is meant to need on two cores, beside what it needed. The yardstick of a machine's speed is what cdk8s
 * needs for the peers' work in the same run. Nothing fails when it needs more.
 */
export function budgetRows({ fleets, graphs, peers, help }: Measured): readonly Line[] {
  const { wheelwright: ours, 'cdk8s, one App per spoke': cdk8s } = peers;
  const rowsOf = (size: number): Rows => fleets[size]?.rows ?? {};
  const [rows, large, larger] = [rowsOf(1000), rowsOf(10_000), rowsOf(20_000)];
  const share = (name: string, row: Row | undefined, budget: number) =>
    times(name, row?.median, 'cdk8s', cdk8s?.median, budget);
  const ofProcessor = (name: string, row: Row | undefined, budget: number) =>
    times(`${name}, processor time`, row?.cpu, 'cdk8s', cdk8s?.cpu, budget);
  const ofThousand = (name: string, row: Row | undefined, budget: number) =>
    times(name, row?.median, 'that of 1,000', rows['cold build']?.median, budget);
  return [
    ...['', ', warnings'].flatMap((kind) => [
      ...builds.map(([work, budget]) => share(`${work} of 1,000${kind}`, rows[`${work}${kind}`], budget)),
      memory(`cold build of 1,000${kind}`, rows[`cold build${kind}`], 300),
      ofProcessor(`resident edit among 1,000${kind}`, rows[`resident edit${kind}`], 0.006),
    ]),
    ofThousand('cold build of 10,000', large['cold build'], 11),
    memory('cold build of 10,000', large['cold build'], 1024),
    ofProcessor('one edit among 10,000', large['one edit'], 0.5),
    ofThousand('cold build of 20,000', larger['cold build'], 22),
    memory('cold build of 20,000', larger['cold build'], 2048),
    ofProcessor('one edit among 20,000', larger['one edit'], 1),
    share('check of 1,000', rows['check'], 0.45),
    share('lint of 100 graphs of 40 resources', graphs['lint of 100 graphs'], 0.45),
    share('the peers’ work', ours, 0.13),
    share('--help', help, 0.06),
  ];
}
