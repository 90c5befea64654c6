// Measures the compiler: `npm run bench -- --sizes 10,100,1000 --runs 5 --only fleet|graphs|peers`. docs/benchmarks.md explains it.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { budgetHeader, budgetRows } from './budgets.ts';
import { type Fleets, type MeasuredFleet, measureFleet, runCli } from './fleet.ts';
import { measureGraphs } from './graphs.ts';
import { FailedRun, type Row, type Rows, summarise } from './measure.ts';
import { mebibytes, none, printTable, seconds } from './print-table.ts';

/** From this size on a run takes long enough to be repeated less often. */
const LARGE = 5000;

const load = () => loadavg()[0]?.toFixed(2) ?? none;
const count = (value: number) => value.toLocaleString('en');
const figures = (row: Row) => [
  seconds(row.median),
  seconds(row.min),
  seconds(row.max),
  seconds(row.cpu),
  mebibytes(row.memory),
  row.runs,
];
const header = ['median', 'least', 'most', 'CPU', 'memory', 'runs'];

interface Options {
  readonly sizes: readonly number[];
  readonly runs: number;
  readonly only: string | undefined;
}

/** Undefined where they are not understood. */
function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '10,100,1000,10000,20000' },
      runs: { type: 'string', default: '5' },
      only: { type: 'string' },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const runs = Number(values.runs);
  const positive = [...sizes, runs].every((value) => Number.isInteger(value) && value > 0);
  if (!positive || ![undefined, 'fleet', 'graphs', 'peers'].includes(values.only)) return undefined;
  return { sizes: sizes.sort((a, b) => a - b), runs, only: values.only };
}

/** The power of N with which a figure grows from one size to the next: 1 is linear. */
function exponent(fleets: Fleets, smaller: number, larger: number, figure: 'median' | 'memory'): string {
  const [low = 1, high = 1] = [smaller, larger].map((size) => fleets[size]?.rows['cold build']?.[figure]);
  return (Math.log(high / low) / Math.log(larger / smaller)).toFixed(2);
}

function growthTable(sizes: readonly number[], fleets: Fleets): string {
  const rows = sizes.map((size, index) => {
    const { files, bytes } = fleets[size]?.written ?? { files: 0, bytes: 0 };
    const smaller = sizes[index - 1];
    const growth = (figure: 'median' | 'memory') =>
      smaller === undefined ? none : exponent(fleets, smaller, size, figure);
    return [
      count(size),
      count(files),
      (files / size).toFixed(1),
      mebibytes(bytes / 2 ** 20),
      growth('median'),
      growth('memory'),
    ];
  });
  return printTable(['spokes', 'files', 'per spoke', 'written', 'growth of time', 'of memory'], rows);
}

async function measureFleets(folder: string, { sizes, runs }: Options): Promise<Fleets> {
  const fleets: Record<number, MeasuredFleet> = {};
  const rows: (readonly (string | number)[])[] = [];
  for (const size of sizes) {
    const root = join(folder, 'fleet');
    fleets[size] = await measureFleet(root, size, size >= LARGE ? Math.ceil(runs / 2) : runs, (name, row) => {
      rows.push([name, count(size), ...figures(row), load()]);
      console.error(`${count(size)} spokes, ${name}: ${seconds(row.median)} (load ${load()})`);
    });
    rmSync(root, { recursive: true });
  }
  console.log(printTable(['work', 'spokes', ...header, 'load'], rows));
  console.log(growthTable(sizes, fleets));
  return fleets;
}

function measureHelp(): Row {
  runCli('--help'); // bundles the compiler, if its sources are newer
  return summarise(Array.from({ length: 10 }, () => runCli('--help')));
}

function measureLint(folder: string, { runs }: Options): Rows {
  const graphs = measureGraphs(join(folder, 'graphs'), runs);
  const rows = Object.entries(graphs).map(([name, row]) => [name, ...figures(row), load()]);
  console.log(printTable(['work', ...header, 'load'], rows));
  return graphs;
}

const ratio = (ours: number | undefined, theirs: number | undefined) =>
  ours === undefined || theirs === undefined ? none : (ours / theirs).toFixed(2);

async function measurePeers(folder: string, { sizes, runs }: Options): Promise<Rows> {
  const { comparePeers } = await import('./peers/compare.ts');
  const size = Math.min(1000, Math.max(...sizes));
  const peers = await comparePeers(join(folder, 'peers'), size, runs);
  const theirs = peers['cdk8s, one App per spoke'];
  const rows = Object.entries(peers).map(([tool, row]) => [
    tool,
    ...figures(row),
    ratio(row.median, theirs?.median),
    ratio(row.cpu, theirs?.cpu),
  ]);
  console.log(`The peers’ work: ${count(size)} spokes, 12 objects each; all tools wrote the same (load ${load()})\n`);
  console.log(printTable(['tool', ...header, 'time / cdk8s', 'CPU / cdk8s'], rows));
  return peers;
}

export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) {
    console.error('usage: npm run bench -- [--sizes N,N…] [--runs N] [--only fleet|graphs|peers]');
    return 2;
  }
  const memory = '/dev/shm';
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'wheelwright-bench-'));
  const [processor] = cpus();
  console.log(`Node ${process.version}, ${availableParallelism()} × ${processor?.model.trim()}, output in ${folder}`);
  console.log(`Load ${load()} at the start: figures of a busy machine are too high, their CPU time least so.\n`);
  try {
    const isAsked = (part: string) => options.only === undefined || options.only === part;
    const help = options.only === 'peers' ? undefined : measureHelp();
    const fleets = isAsked('fleet') ? await measureFleets(folder, options) : {};
    const graphs = isAsked('graphs') ? measureLint(folder, options) : {};
    const peers = isAsked('peers') ? await measurePeers(folder, options) : {};
    console.log(printTable(budgetHeader, budgetRows({ fleets, graphs, peers, help })));
  } catch (error) {
    if (!(error instanceof FailedRun)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}
