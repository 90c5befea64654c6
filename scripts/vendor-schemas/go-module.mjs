import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';

/**
 * The folder of a Go module's files, downloaded where it is missing, and the hash that Go's checksum database has for it.
 * @param {string} module
 * @param {string} version
 * @returns {{ folder: string, sum: string }}
 */
export function goModule(module, version) {
  const run = spawnSync('go', ['mod', 'download', '-json', `${module}@${version}`], {
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  if (run.error) throw new Error(`cannot run go: ${run.error.message}`);
  if (run.status !== 0) throw new Error(`go mod download ${module}@${version}: ${run.stderr || run.stdout}`);
  const { Dir: folder, Sum: sum } = JSON.parse(run.stdout);
  return { folder, sum };
}
