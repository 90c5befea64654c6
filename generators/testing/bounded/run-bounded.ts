import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { generated } from '../../../scripts/bundling/generated.mjs';
import { nodeOptions } from '../../../scripts/bundling/node-options.mjs';

const root = join(import.meta.dirname, '../../..');

/** What one input may take: the only time that may fail a test. */
const mostMs = 5_000;
/** Of V8, in MiB; with the rest of the process, 512. */
const heap = 384;

interface Told {
  readonly index?: number;
  readonly name?: string;
  readonly bytes?: number;
  readonly error?: string;
  readonly text?: string;
  readonly memory?: number;
  readonly used: number;
  readonly held: number;
  readonly end?: boolean;
}

export interface Failure {
  readonly index: number;
  readonly name: string;
  readonly bytes: number;
  readonly what: string;
}

export interface Slow {
  readonly index: number;
  readonly name: string;
  /** Of a processor. */
  readonly ms: number;
}

export interface Bounded {
  readonly failures: readonly Failure[];
  /** The slowest inputs, from the slowest on. */
  readonly slowest: readonly Slow[];
  /** The most memory that a process held between two inputs, in MiB. */
  readonly mostMemory: number;
}

/** Bundles the child below a folder, so that it finds the schemas where a package has them. */
export async function bundleChild(folder: string): Promise<string> {
  mkdirSync(join(folder, 'dist'), { recursive: true });
  symlinkSync(join(root, 'schemas'), join(folder, 'schemas'), 'junction');
  const options = nodeOptions(root);
  const { outputFiles } = await build({
    ...options,
    plugins: [...options.plugins, generated(root)],
    entryPoints: ['generators/testing/bounded/child.ts'],
    write: false,
    define: { WHEELWRIGHT_VERSION: '"test"', WHEELWRIGHT_HASH: '"test"' },
  });
  const file = join(folder, 'dist', 'child.mjs');
  writeFileSync(file, outputFiles[0]?.contents ?? '');
  return file;
}

/** Gives readers so many inputs, each of which must end in time, in memory and without an exception. */
export async function runBounded(
  file: string,
  seed: number,
  from: number,
  to: number,
  only?: string,
): Promise<Bounded> {
  const failures: Failure[] = [];
  const slow: Slow[] = [];
  let mostMemory = 0;
  let next = from;
  let again: number | undefined;
  while (next < to) {
    const end = again === next ? next + 1 : to;
    const run = await runChild(file, [seed, next, end].map(String).concat(only ?? []), slow);
    failures.push(...run.failures);
    mostMemory = Math.max(mostMemory, run.mostMemory);
    if (run.stoppedAt === undefined) next = end;
    else if (run.isMemory && again !== run.stoppedAt) {
      // What earlier inputs left may not have been collected yet: it is tried once more, alone.
      next = run.stoppedAt;
      again = next;
    } else {
      failures.push({ ...run.last, what: run.why });
      next = run.stoppedAt + 1;
    }
    slow.sort((a, b) => b.ms - a.ms).splice(20);
  }
  return { failures, slowest: slow, mostMemory };
}

interface Run {
  readonly failures: readonly Failure[];
  readonly last: Omit<Failure, 'what'>;
  /** Of the input at which it did not go on. */
  readonly stoppedAt?: number;
  readonly isMemory: boolean;
  readonly mostMemory: number;
  readonly why: string;
}

function runChild(file: string, args: readonly string[], slow: Slow[]): Promise<Run> {
  const child: ChildProcess = spawn(process.execPath, [`--max-old-space-size=${heap}`, file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const failures: Failure[] = [];
  let last = { index: Number(args[1]), name: 'start', bytes: 0 };
  let since = 0;
  let mostMemory = 0;
  let why = '';
  let isMemory = false;
  let ended = false;
  let errors = '';
  let clock: NodeJS.Timeout | undefined;
  let used = 0;
  const wind = (left: number): void => {
    clearTimeout(clock);
    clock = setTimeout(() => {
      const now = processorMs(child.pid);
      if (now > 0 && now < used + mostMs) return wind(used + mostMs - now);
      why = `not ended after ${mostMs} ms`;
      child.kill('SIGKILL');
    }, left);
  };
  wind(mostMs * 6);
  child.stderr?.on('data', (part) => {
    errors = (errors + String(part)).slice(-2000);
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  lines.on('line', (line) => {
    const told = JSON.parse(line) as Told;
    mostMemory = Math.max(mostMemory, Math.round(told.held / 1024 / 1024));
    if (told.error !== undefined) failures.push({ ...last, what: `${told.error}\n${JSON.stringify(told.text)}` });
    else {
      if (last.name !== 'start' && told.memory === undefined) slow.push({ ...last, ms: Math.round(told.used - since) });
      if (slow.length > 1000) slow.sort((a, b) => b.ms - a.ms).splice(20);
      if (told.name !== undefined) last = { index: told.index ?? 0, name: told.name, bytes: told.bytes ?? 0 };
      if (told.memory !== undefined) {
        isMemory = true;
        why = `${Math.round(told.memory / 1024 / 1024)} MiB`;
      } else if (told.end) ended = true;
    }
    since = told.used;
    used = processorMs(child.pid);
    wind(mostMs);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(clock);
      if (code !== 0 && why === '') {
        isMemory = /heap out of memory/.test(errors);
        why = `the process ended with ${code}: ${errors.slice(-300)}`;
      }
      const stopped = !ended || isMemory;
      resolve({ failures, last, ...(stopped && { stoppedAt: last.index }), isMemory, mostMemory, why });
    });
  });
}

/** Processor time that a process has used, where the system tells it: another process may have the machine. */
function processorMs(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}
