import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs `npm ci`, speaking on stderr only: stdout belongs to the command that needed it.
 * @param {string} root
 */
function runNpm(root) {
  process.stderr.write('Installing what the compiler is built from (npm ci) …\n');
  // `--include=dev` whatever NODE_ENV says: everything is a development dependency, since the bundle holds all of it.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status === 0) return true;
  process.stderr.write(
    `npm ci failed${error === undefined ? '' : `: ${error.message}`}. Is the package registry reachable?\n`,
  );
  return false;
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined);

const isAlive = (/** @type {number} */ pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/**
 * Takes a lock file, waiting while a process that lives holds it.
 * @param {string} file
 */
function lock(file) {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    let holder = 0;
    try {
      holder = Number(readFileSync(file, 'utf8'));
    } catch {
      continue; // released between the two calls
    }
    if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

/**
 * Of two first commands at once, the second waits for the first one's installation instead of deleting it.
 * @param {string} root
 * @param {() => boolean} isInstalled
 */
export function install(root, isInstalled) {
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  const file = join(dist, '.installing');
  lock(file);
  const succeeded = isInstalled() || runNpm(root);
  rmSync(file, { force: true });
  if (!succeeded) process.exit(3);
}
