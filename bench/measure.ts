import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const reportUsage = join(import.meta.dirname, 'report-usage.cjs');

/** A process that should have succeeded and did not: its output is the message. */
export class FailedRun extends Error {}

/** Of one process, start-up included. */
export interface Run {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of all threads. */
  readonly cpu?: number;
  /** MiB at the peak. */
  readonly memory?: number;
  readonly stdout: string;
}

/** Of several runs of the same work: median, least and most wall time, median processor time, highest memory. */
export interface Row {
  readonly runs: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly cpu: number | undefined;
  readonly memory: number | undefined;
}

/** By name of the work. */
export type Rows = Readonly<Record<string, Row>>;

/** Runs a program to its end. */
export function runProgram(program: string, args: readonly string[]): Run {
  const start = performance.now();
  const { status, error, output } = spawnSync(program, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const wall = (performance.now() - start) / 1000;
  const [, stdout, stderr, usage] = (output ?? []).map((text) => text ?? '');
  if (status !== 0) {
    const why = error === undefined ? `exit code ${status}` : error.message;
    throw new FailedRun(`${[program, ...args].join(' ')}: ${why}\n${stdout?.slice(-4000)}${stderr?.slice(-4000)}`);
  }
  return { wall, ...(usage ? JSON.parse(usage) : {}), stdout: stdout ?? '' };
}

/** Runs a script in Node, with its memory and processor time. */
export function runNode(...args: readonly string[]): Run {
  return runProgram(process.execPath, ['--require', reportUsage, ...args]);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = low] = sorted.slice(sorted.length % 2 === 1 ? middle : middle - 1, middle + 1);
  return (low + high) / 2;
}

export function summarise(runs: readonly Run[]): Row {
  const walls = runs.map(({ wall }) => wall);
  const cpus = runs.flatMap(({ cpu = [] }) => cpu);
  const memories = runs.flatMap(({ memory = [] }) => memory);
  return {
    runs: runs.length,
    median: median(walls),
    min: Math.min(...walls),
    max: Math.max(...walls),
    cpu: cpus.length === 0 ? undefined : median(cpus),
    memory: memories.length === 0 ? undefined : Math.max(...memories),
  };
}
