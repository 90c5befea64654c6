import { Socket } from 'node:net';
import { join } from 'node:path';
import type { Proof } from './proof.ts';
import { runProofs } from './run-proofs.ts';
import { runSandbox } from './sandbox.ts';
import { type Stack, type StackOptions, startStack } from './stack.ts';

/** What the launcher hands to the runner in the environment. */
export interface RunSettings extends StackOptions {
  /** Of the proofs; empty means all. */
  readonly names: readonly string[];
  /** Instead of proofs: the fleet of the repository, until the end. */
  readonly sandbox?: boolean;
}

const lifeline = 3;
const exitCodes = { failed: 1, usage: 2, interrupted: 130, bug: 3 };

/** Stops the stack, whatever comes: the launcher goes, a signal, an error that nobody caught. The namespace ends with us. */
export async function main(proofs: readonly Proof[]): Promise<void> {
  const { names, sandbox = false, ...options } = JSON.parse(process.env['CONFORMANCE_RUN'] ?? '{}') as RunSettings;
  let current: Stack | undefined;
  let leaving = false;
  const print = (line: string) => void process.stdout.write(`${line}\n`);

  async function leave(code: number, why: string): Promise<void> {
    if (leaving) return;
    leaving = true;
    print(`${why}: stopping`);
    await current?.stop().catch((error: unknown) => print(String(error)));
    process.exit(code);
  }

  // Whoever holds the other end is the launcher: when it goes, however it does, this end closes.
  new Socket({ fd: lifeline, readable: true, writable: false })
    .on('error', () => undefined)
    .on('close', () => void leave(exitCodes.interrupted, 'interrupted'))
    .resume()
    .unref();
  process.on('uncaughtException', (error) => void leave(exitCodes.bug, error.stack ?? error.message));
  process.on('unhandledRejection', (reason) => {
    void leave(exitCodes.bug, reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  });

  if (sandbox) {
    current = await startStack({ ...options, scratchRoot: join(options.scratchRoot, 'stack-1') });
    await runSandbox(current, options.repositoryRoot, print);
  }
  const unknown = names.filter((name) => !proofs.some((proof) => proof.name === name));
  if (unknown.length > 0) {
    print(`no proof is called ${unknown.join(', ')}; there are ${proofs.map(({ name }) => name).join(', ')}`);
    process.exit(exitCodes.usage);
  }
  const chosen = names.length === 0 ? proofs : proofs.filter(({ name }) => names.includes(name));
  const failed = await runProofs(chosen, options, print, (stack) => {
    current = stack;
  });
  if (!leaving) process.exit(failed > 0 ? exitCodes.failed : 0);
}
