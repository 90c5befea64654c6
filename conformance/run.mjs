// Holds the compiler against the real engines: `npm run conformance -- [PROOF…]`. README.md explains it.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../scripts/ensure-installed.mjs';
import { runBreakages } from './breakages.mjs';
import { enterRun, launch, listRuns, stopRuns } from './launch.mjs';
import { missingPrerequisites } from './prerequisites.mjs';

/** The step that compares our check of graphs with kro's: it needs Go, and no stack. */
const agreement = 'agreement';

const usage = `usage: node conformance/run.mjs [--keep] [PROOF…]   run the proofs of these names, or all; "${agreement}" is one
       node conformance/run.mjs sandbox            bring up the fleet of this repository, and print its tree until Ctrl-C
       node conformance/run.mjs break [NUMBER…]    break the compiler in a copy, place by place, and expect a proof to fail
       node conformance/run.mjs stop [FOLDER…]     end these runs, or every run, also what a crash left, and remove the folders
       node conformance/run.mjs enter COMMAND…     run a command inside a run, with kubectl's settings of its hub`;

/** @param {{ names?: readonly string[], sandbox?: boolean, keep?: boolean }} settings */
async function run({ names = [], sandbox = false, keep = false }) {
  const proofs = names.filter((name) => name !== agreement);
  const agreementAlone = names.length > 0 && proofs.length === 0;
  const missing = missingPrerequisites(agreementAlone ? (name) => name.startsWith('Go ') : undefined);
  if (missing.length > 0) {
    console.error(missing.join('\n'));
    return 2;
  }
  await ensureInstalled();
  const compares = !sandbox && (names.length === 0 || names.includes(agreement));
  const disagrees = compares && (await (await import('./agreement/run.mjs')).runAgreement()) !== 0;
  if (agreementAlone) return disagrees ? 1 : 0;
  const { buildEngines } = await import('./engines/build.mjs');
  const { preparePython } = await import('./engines/python.mjs');
  const { bundleProofs } = await import('./bundle.mjs');
  const engines = buildEngines();
  const python = preparePython();
  const bundle = await bundleProofs();
  const repositoryRoot = fileURLToPath(new URL('..', import.meta.url));
  const { code, folder } = await launch(bundle, { names: proofs, sandbox, engines, python, repositoryRoot });
  if ((code === 0 || sandbox) && !keep) rmSync(folder, { recursive: true });
  else console.log(`logs: ${folder}`);
  return disagrees ? 1 : code;
}

/** @param {readonly string[]} command */
async function enter(command) {
  const current = listRuns().find(({ alive }) => alive);
  if (current) return enterRun(current, command);
  console.error('nothing runs');
  return 2;
}

const [first, ...rest] = process.argv.slice(2);
if (first === 'stop') await stopRuns(rest);
else if (first === 'sandbox') process.exitCode = await run({ sandbox: true });
else if (first === 'break') process.exitCode = runBreakages(rest.map(Number)) > 0 ? 1 : 0;
else if (first === 'enter') process.exitCode = await enter(rest);
else {
  const { values, positionals } = parseArgs({
    options: { keep: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.help) console.log(usage);
  else process.exitCode = await run({ names: positionals, keep: values.keep });
}
