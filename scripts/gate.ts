import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const installed = (program: string) => join(root, 'node_modules/.bin', program);

/** What needs Node alone and little time. `.ci/run` has the rest: slow tests, the engines, Python. */
const steps: readonly (readonly [name: string, ...command: string[]])[] = [
  ['types', installed('tsc'), '--noEmit', '-p', '.'],
  ['lint and formatting', installed('biome'), 'check', '--reporter=summary', '.'],
  ['dead code', installed('knip')],
  ['generated files', process.execPath, 'scripts/run.mjs', 'scripts/gen.ts', '--check'],
  ['tests', installed('vitest'), 'run', '--project', 'fast', '--project', 'replacing', '--reporter=dot'],
];

/** The short gate: what a change must pass before it is worth anybody's time. Every step runs, those that failed are named. */
export function main(): number {
  const failed = steps.filter(([name, program = '', ...args]) => {
    const start = performance.now();
    const shell = process.platform === 'win32';
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', shell, env });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
    if (status !== 0) console.log(`${stdout}${stderr}`);
    return status !== 0;
  });
  return failed.length === 0 ? 0 : 1;
}
