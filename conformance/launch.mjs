// Starts the runner in namespaces of its own and ends it: only loopback is there, so nothing can listen on, or reach, anything
// else, and default ports never clash; and when the first process of the namespace ends, the kernel ends all the others.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folderPrefix = 'wheelwright-conformance-';

/** Flags of unshare; without root, a user namespace in which we are. */
export const namespaceFlags = [
  ...(process.getuid?.() === 0 ? [] : ['--map-root-user']),
  ...['--net', '--pid', '--fork', '--kill-child=SIGKILL', '--mount-proc'],
];

/** Not `exec`: the shell is the first process, and takes in the orphans of the others. */
const inNamespace = 'ip link set lo up && "$@"; exit $?';

/**
 * When a process started, in ticks since the machine did: with it, a number that is used again is seen to be another process.
 * @param {number | undefined} pid
 */
function startTime(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

const recordOf = (/** @type {string} */ folder) => join(folder, 'run.json');

/** @returns {{ folder: string, pid: number, alive: boolean }[]} every run that left or has a folder */
export function listRuns() {
  return readdirSync(tmpdir())
    .filter((name) => name.startsWith(folderPrefix) && existsSync(recordOf(join(tmpdir(), name))))
    .map((name) => {
      const folder = join(tmpdir(), name);
      const { pid, started } = JSON.parse(readFileSync(recordOf(folder), 'utf8'));
      return { folder, pid, alive: started !== undefined && startTime(pid) === started };
    });
}

/**
 * Runs a program in the namespaces of a run, as if it had been started there.
 * @param {{ pid: number, folder: string }} run
 * @param {readonly string[]} command
 * @returns {Promise<number>}
 */
export function enterRun({ pid, folder }, command) {
  const [inner = ''] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  const user = process.getuid?.() === 0 ? [] : ['--user', '--preserve-credentials'];
  const flags = ['--target', inner, ...user, '--net', '--pid', '--mount'];
  const stacks = readdirSync(folder).filter((name) => name.startsWith('stack-'));
  const kubeconfig = join(folder, `stack-${stacks.length}`, 'kubeconfig-hub'); // of the newest
  const env = { ...process.env, KUBECONFIG: kubeconfig };
  return new Promise((resolve) => {
    spawn('nsenter', [...flags, '--', ...command], { stdio: 'inherit', env }).once('exit', (code) =>
      resolve(code ?? 1),
    );
  });
}

/**
 * Ends the runs of these folders, or every run, and removes the folders. Whatever was started in a namespace ends with it.
 * @param {readonly string[]} folders
 */
export async function stopRuns(folders) {
  for (const run of listRuns()) {
    if (folders.length > 0 && !folders.includes(run.folder)) continue;
    if (run.alive) {
      process.kill(run.pid, 'SIGKILL');
      while (startTime(run.pid) !== undefined) await new Promise((resolve) => setTimeout(resolve, 50));
    }
    rmSync(run.folder, { recursive: true, force: true });
    console.log(`${run.alive ? 'stopped' : 'removed'} ${run.folder}`);
  }
}

/**
 * Runs a bundle of the runner. The first Ctrl-C or SIGTERM asks it to stop, the second ends it.
 * @param {string} bundle
 * @param {object} settings
 * @returns {Promise<{ code: number, folder: string }>} its exit code, and where its logs are
 */
export function launch(bundle, settings) {
  const folder = mkdtempSync(join(tmpdir(), folderPrefix));
  const run = JSON.stringify({ ...settings, scratchRoot: folder });
  const command = [process.execPath, '--enable-source-maps', bundle];
  const child = spawn('unshare', [...namespaceFlags, '--', 'sh', '-c', inNamespace, 'sh', ...command], {
    // A group of its own: signals of the terminal come to us alone. The pipe tells the runner that we are still there.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
    env: { ...process.env, CONFORMANCE_RUN: run },
  });
  writeFileSync(recordOf(folder), JSON.stringify({ pid: child.pid, started: startTime(child.pid) }));
  const pipe = child.stdio[3];
  pipe?.on('error', () => undefined);
  let asked = false;
  const ask = () => {
    if (asked) child.kill('SIGKILL');
    else if (pipe && 'destroy' in pipe) pipe.destroy();
    asked = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code: code ?? 1, folder }));
  });
}
