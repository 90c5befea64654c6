// The real command line on a fleet of N spokes.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFleet, spokeName } from './make-fleet.ts';
import { type Row, type Rows, type Run, runNode, summarise } from './measure.ts';
import { measureResident } from './resident.ts';

const cli = join(import.meta.dirname, '../bin/wheelwright.mjs');
const bundle = join(import.meta.dirname, '../dist/cli.mjs');

export interface MeasuredFleet {
  readonly rows: Rows;
  readonly written: { readonly files: number; readonly bytes: number };
}

/** By number of spokes. */
export type Fleets = Readonly<Record<number, MeasuredFleet>>;

export function runCli(...args: readonly string[]): Run {
  return runNode(cli, ...args);
}

function* filesBelow(folder: string): Iterable<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

function sizeOf(folder: string) {
  let [files, bytes] = [0, 0];
  for (const path of filesBelow(folder)) {
    files += 1;
    bytes += statSync(path).size;
  }
  return { files, bytes };
}

/** All that a spoke's own folder below `out/` says. */
function textOf(root: string, spoke: string): string {
  const hubs = join(root, 'out/hubs');
  const folders = readdirSync(hubs).map((hub) => join(hubs, hub, 'spokes', spoke));
  const files = folders.filter((folder) => existsSync(folder)).flatMap((folder) => [...filesBelow(folder)]);
  return files.map((file) => readFileSync(file, 'utf8')).join('');
}

/** Gives one spoke in the middle of the fleet another number of nodes, builds, and makes sure that it was seen. */
function editOnce(root: string, count: number, nodes: number): Run {
  const spoke = spokeName(count >> 1);
  const file = join(root, 'config/spokes', `${spoke}.yaml`);
  const [unedited] = readFileSync(file, 'utf8').split('nodeGroups:');
  const before = textOf(root, spoke);
  writeFileSync(file, `${unedited}nodeGroups: {default: {max: ${nodes}}}\n`);
  const run = runCli('build', '--root', root);
  if (textOf(root, spoke) === before) throw new Error(`the edit of ${spoke} changed nothing`);
  return run;
}

/** Gives the layer of a third of the spokes another tag, and builds. */
function editLayer(root: string): Run {
  const file = join(root, 'config/environments/staging.yaml');
  const [unedited] = readFileSync(file, 'utf8').split('tags:');
  writeFileSync(file, `${unedited}tags: {environment: staging, round: "${Date.now()}"}\n`);
  return runCli('build', '--root', root);
}

/** Gives every spoke a warning, and accepts it. */
function acceptWarnings(root: string): void {
  for (const file of filesBelow(join(root, 'config/spokes'))) {
    const open = 'endpoint: {publicCidrs: [0.0.0.0/0]}  # accept network/open-endpoint: nobody is there';
    writeFileSync(file, `${open}\n${readFileSync(file, 'utf8')}`);
  }
}

function commit(root: string): boolean {
  const config = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', '-c', 'gc.auto=0'];
  const steps = [
    ['init', '--quiet'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'bench'],
  ];
  writeFileSync(join(root, '.gitignore'), '.wheelwright/\n!out/.wheelwright/\n');
  return steps.every((args) => spawnSync('git', ['-C', root, ...config, ...args], { stdio: 'ignore' }).status === 0);
}

/** Measures each work on a fleet of `count` spokes that is made at `root`. */
export async function measureFleet(
  root: string,
  count: number,
  runs: number,
  log: (name: string, row: Row) => void,
): Promise<MeasuredFleet> {
  makeFleet(root, count);
  const rows: Record<string, Row> = {};
  const forget = (...folders: readonly string[]) => {
    for (const folder of folders) rmSync(join(root, folder), { recursive: true, force: true });
  };
  const measure = (name: string, times: number, once: (run: number) => Run) => {
    const compiler = readFileSync(bundle, 'utf8');
    const row = summarise(Array.from({ length: times }, (_, run) => once(run)));
    rows[name] = row;
    // Another compiler trusts no cache, and the first run of it is one that bundles.
    const isSame = readFileSync(bundle, 'utf8') === compiler;
    log(isSame ? name : `${name}, SPOILED: the sources changed`, row);
  };

  const measureBuilds = async (of: string) => {
    measure(`cold build${of}`, runs, () => {
      forget('out', '.wheelwright');
      return runCli('build', '--root', root);
    });
    measure(`warm build${of}`, runs, () => runCli('build', '--root', root));
    measure(`one edit${of}`, runs, (run) => editOnce(root, count, 20 + run));
    measure(`one layer${of}`, runs, () => editLayer(root));
    const resident = await measureResident(root, count, runs);
    rows[`resident edit${of}`] = resident;
    log(`resident edit${of}`, resident);
  };
  await measureBuilds('');
  const written = sizeOf(join(root, 'out'));
  measure('check', runs, () => {
    forget('.wheelwright');
    return runCli('check', '--root', root);
  });
  // Where people work there is a Git repository around it, with which `build` compares what it is about to do.
  if (count <= 1000 && commit(root)) {
    runCli('build', '--root', root);
    measure('one edit, in Git', runs, (run) => editOnce(root, count, 100 + run));
    acceptWarnings(root);
    await measureBuilds(', warnings');
  }
  return { rows, written };
}
