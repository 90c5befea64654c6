import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const reportUsage = fileURLToPath(new URL('./report-usage.cjs', import.meta.url));

/** A process that should have succeeded and did not: its output is the message. */
export class FailedRun extends Error {}

/**
 * Runs a program to its end, start-up included.
 * @returns {{ wall: number, cpu?: number, memory?: number, stdout: string }} seconds (cpu: of all threads), MiB at the peak
 */
export function runProgram(program, args, { cwd } = {}) {
  const start = performance.now();
  const { status, error, output } = spawnSync(program, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const wall = (performance.now() - start) / 1000;
  const [, stdout = '', stderr = '', usage] = output ?? [];
  if (status !== 0) {
    const why = error === undefined ? `exit code ${status}` : error.message;
    throw new FailedRun(`${[program, ...args].join(' ')}: ${why}\n${stdout.slice(-4000)}${stderr.slice(-4000)}`);
  }
  return { wall, ...(usage ? JSON.parse(usage) : {}), stdout };
}

/** Runs a script in Node, with its memory and processor time. */
export function runNode(args, options) {
  return runProgram(process.execPath, ['--require', reportUsage, ...args], options);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Of several runs of the same work: median, least and most wall time, median processor time, highest memory. */
export function summarise(runs) {
  const walls = runs.map(({ wall }) => wall);
  const measured = runs.filter(({ cpu }) => cpu !== undefined);
  return {
    runs: runs.length,
    median: median(walls),
    min: Math.min(...walls),
    max: Math.max(...walls),
    cpu: measured.length === 0 ? undefined : median(measured.map(({ cpu }) => cpu)),
    memory: measured.length === 0 ? undefined : Math.max(...measured.map(({ memory }) => memory)),
  };
}
