// The Python that the simulated cloud runs in: a virtual environment in the cache, of exactly the packages of a locked file.
// `node conformance/engines/python.mjs` prints its interpreter; with `lint`, that of the tools that judge its sources.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './build.mjs';

const lockOf = (/** @type {string} */ name) => fileURLToPath(new URL(`../cloud/${name}.txt`, import.meta.url));

/** @returns {string} the interpreter. It works wherever its folder is, other commands of the environment do not. */
export function preparePython(requirements = lockOf('requirements')) {
  const version = execFileSync('python3', ['-c', 'import sys; print(sys.version)'], { encoding: 'utf8' });
  const key = createHash('sha256').update(version).update(readFileSync(requirements)).digest('hex').slice(0, 16);
  const target = join(cacheFolder(), `python-${key}`);
  if (!existsSync(target)) {
    const started = performance.now();
    const temporary = `${target}.${process.pid}.tmp`;
    mkdirSync(dirname(target), { recursive: true });
    try {
      run('python3', ['-m', 'venv', temporary]);
      const options = ['--quiet', '--disable-pip-version-check', '--require-hashes', '--requirement', requirements];
      run(join(temporary, 'bin/python'), ['-m', 'pip', 'install', ...options]);
      if (!existsSync(target)) renameSync(temporary, target);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
    console.error(
      `installed the Python of the simulated cloud: ${((performance.now() - started) / 1000).toFixed(0)} s`,
    );
  }
  return join(target, 'bin/python');
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(preparePython(process.argv[2] === 'lint' ? lockOf('requirements-lint') : undefined));
}
