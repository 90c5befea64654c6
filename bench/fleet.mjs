// The real command line on a fleet of N spokes.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFleet, spokeName } from './make-fleet.mjs';
import { runNode, summarise } from './measure.mjs';

const cli = fileURLToPath(new URL('../bin/wheelwright.mjs', import.meta.url));
const bundle = fileURLToPath(new URL('../dist/cli.mjs', import.meta.url));

export function runCli(...args) {
  return runNode([cli, ...args]);
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else yield path;
  }
}

function sizeOf(folder) {
  let [files, bytes] = [0, 0];
  for (const path of filesBelow(folder)) {
    files += 1;
    bytes += statSync(path).size;
  }
  return { files, bytes };
}

/** All that a spoke's own folder below `out/` says. */
function textOf(root, spoke) {
  const hubs = join(root, 'out/hubs');
  const folders = readdirSync(hubs).map((hub) => join(hubs, hub, 'spokes', spoke));
  const files = folders.filter((folder) => existsSync(folder)).flatMap((folder) => [...filesBelow(folder)]);
  return files.map((file) => readFileSync(file, 'utf8')).join('');
}

/** Gives one spoke in the middle of the fleet another number of nodes, builds, and makes sure that it was seen. */
function editOnce(root, count, nodes) {
  const spoke = spokeName(count >> 1);
  const file = join(root, 'config/spokes', `${spoke}.yaml`);
  const [unedited] = readFileSync(file, 'utf8').split('nodeGroups:');
  const before = textOf(root, spoke);
  writeFileSync(file, `${unedited}nodeGroups: {default: {max: ${nodes}}}\n`);
  const run = runCli('build', '--root', root);
  if (textOf(root, spoke) === before) throw new Error(`the edit of ${spoke} changed nothing`);
  return run;
}

function commit(root) {
  const config = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', '-c', 'gc.auto=0'];
  const steps = [
    ['init', '--quiet'],
    ['add', '--all'],
    ['commit', '--quiet', '--message', 'bench'],
  ];
  writeFileSync(join(root, '.gitignore'), '.wheelwright/\n!out/.wheelwright/\n');
  return steps.every((args) => spawnSync('git', ['-C', root, ...config, ...args], { stdio: 'ignore' }).status === 0);
}

/**
 * Measures each work on a fleet of `count` spokes that is made at `root`.
 * @returns rows by name of the work, and what was written
 */
export function measureFleet(root, count, runs, log) {
  makeFleet(root, count);
  const rows = {};
  const forget = (...folders) => {
    for (const folder of folders) rmSync(join(root, folder), { recursive: true, force: true });
  };
  const measure = (name, times, once) => {
    const compiler = readFileSync(bundle, 'utf8');
    const all = [];
    for (let run = 0; run < times; run++) all.push(once(run));
    rows[name] = summarise(all);
    // Another compiler trusts no cache, and the first run of it is one that bundles.
    const isSame = readFileSync(bundle, 'utf8') === compiler;
    log(isSame ? name : `${name}, SPOILED: the sources changed`, rows[name]);
  };

  measure('cold build', runs, () => {
    forget('out', '.wheelwright');
    return runCli('build', '--root', root);
  });
  const written = sizeOf(join(root, 'out'));
  measure('warm build', runs, () => runCli('build', '--root', root));
  measure('one edit', runs, (run) => editOnce(root, count, 20 + run));
  measure('check', runs, () => {
    forget('.wheelwright');
    return runCli('check', '--root', root);
  });
  // Where people work there is a Git repository around it, with which `build` compares what it is about to do.
  if (count <= 1000 && commit(root)) {
    runCli('build', '--root', root);
    measure('one edit, in Git', runs, (run) => editOnce(root, count, 100 + run));
  }
  return { rows, written };
}
