import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import type { Scratch } from './scratch.ts';
import { type Probe, until } from './until.ts';

export interface ProcessOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** When it can be used. */
  readonly ready?: Probe<unknown>;
  /** Seconds for that; 60 if nothing is said. */
  readonly patience?: number;
}

export interface Engine {
  readonly name: string;
  readonly pid: number;
  readonly running: boolean;
  /** When the process that runs now ends, however it does. */
  readonly ended: Promise<void>;
  /** The last lines that it wrote. */
  tail(lines?: number): string;
  /** Ends it the hard way by default, as a crash would, and waits until it has gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Asks it to end, and waits; after ten seconds it is killed. */
  stop(): Promise<void>;
  /** Starts it again, as it was started first, and waits until it is ready. */
  start(): Promise<void>;
}

export interface Processes {
  start(options: ProcessOptions): Promise<Engine>;
  get(name: string): Engine;
  /** Those that were started and not forgotten, in order of their start. */
  all(): readonly Engine[];
  /** Takes a stopped one off the books. */
  forget(name: string): void;
  /** Those that ended without being asked to. */
  dead(): readonly Engine[];
  stopAll(): Promise<void>;
}

const startPatience = 60;
const stopPatience = 10;

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
  expected: boolean;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has gone.
  }
}

function launch(scratch: Scratch, { name, command, args, env }: ProcessOptions): Run {
  const log = openSync(logOf(scratch, name), 'a');
  // `detached`: its own group, so that what it starts itself ends with it, and Ctrl-C reaches the runner alone.
  const child = spawn(command, args, {
    detached: true,
    cwd: scratch.root,
    stdio: ['ignore', log, log],
    env: { ...baseEnvironment, ...env },
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      scratch.note(`${name}: ${error.message}`);
      resolve();
    });
  });
  return { child, ended, expected: false };
}

/** Nothing of the caller's environment reaches the engines but what finding and running programs takes. */
const baseEnvironment = {
  PATH: process.env['PATH'] ?? '/usr/bin:/bin',
  HOME: '/nonexistent',
  LANG: 'C.UTF-8',
  GOMEMLIMIT: '1500MiB',
  GIT_CONFIG_NOSYSTEM: '1',
};

const logOf = (scratch: Scratch, name: string) => scratch.path('logs', `${name}.log`);
const isRunning = ({ child }: Run) => child.pid !== undefined && child.exitCode === null && child.signalCode === null;

export function openProcesses(scratch: Scratch): Processes {
  const engines = new Map<string, Engine & { unexpected(): boolean }>();

  function engineOf(options: ProcessOptions) {
    const { name } = options;
    let run: Run | undefined;

    async function end(signal: NodeJS.Signals): Promise<void> {
      if (!run || !isRunning(run)) return;
      const { child, ended } = run;
      run.expected = true;
      signalGroup(child.pid ?? 0, signal);
      const kill = setTimeout(() => signalGroup(child.pid ?? 0, 'SIGKILL'), stopPatience * 1000);
      await ended;
      clearTimeout(kill);
      signalGroup(child.pid ?? 0, 'SIGKILL');
    }

    const engine = {
      name,
      get pid() {
        return run?.child.pid ?? 0;
      },
      get running() {
        return run !== undefined && isRunning(run);
      },
      get ended() {
        return run?.ended ?? Promise.resolve();
      },
      tail(lines = 15) {
        const path = logOf(scratch, name);
        return existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
      },
      kill: (signal: NodeJS.Signals = 'SIGKILL') => end(signal),
      stop: () => end('SIGTERM'),
      async start() {
        if (run && isRunning(run)) return;
        const current = launch(scratch, options);
        run = current;
        const died = () => (isRunning(current) ? undefined : `${name} ended:\n${engine.tail()}`);
        const { ready = () => true, patience = startPatience } = options;
        // A process that ended will never be ready: the probe stops waiting for it.
        const fate = await until(name, async () => died() ?? ((await ready()) ? 'ready' : undefined), {
          seconds: patience,
          stuck: () => engine.tail(),
        });
        if (fate !== 'ready') throw new Error(fate);
        scratch.note(`${name} is ready (pid ${engine.pid})`);
      },
      unexpected: () => run !== undefined && !isRunning(run) && !run.expected,
    };
    return engine;
  }

  return {
    async start(options) {
      if (engines.has(options.name)) throw new Error(`${options.name} was started before`);
      const engine = engineOf(options);
      engines.set(options.name, engine);
      await engine.start();
      return engine;
    },
    get(name) {
      const engine = engines.get(name);
      if (!engine) throw new Error(`there is no process ${name} but ${[...engines.keys()].join(', ')}`);
      return engine;
    },
    all: () => [...engines.values()],
    forget(name) {
      engines.delete(name);
    },
    dead: () => [...engines.values()].filter((engine) => engine.unexpected()),
    async stopAll() {
      // Clients before servers: the last to start is the first to go.
      const last = [...engines.values()].reverse();
      await Promise.all(last.filter(({ name }) => name !== 'etcd').map((engine) => engine.stop()));
      await engines.get('etcd')?.stop();
    },
  };
}
