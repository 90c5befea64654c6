import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { expect, expectEqual } from './expect.ts';
import type { Proof } from './proof.ts';
import { type Stack, type StackOptions, startStack } from './stack.ts';

export type Print = (line: string) => void;

/** MiB, of all processes together. */
const memoryLimit = 6 * 1024;
const sampleMs = 2000;

const indent = (text: string) => text.replace(/^/gm, '    ');
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const textOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** What the engines themselves have to say, when something failed. */
function lastWords(stack: Stack): string {
  return stack.processes
    .dead()
    .map((engine) => `${engine.name} ended by itself:\n${indent(engine.tail())}`)
    .join('\n');
}

/** What holds of the whole run. */
function limits(most: number, evidence: Print): void {
  evidence(`all processes together took ${most} MiB at most`);
  expect(most < memoryLimit, `that is more than ${memoryLimit} MiB`);
  expectEqual(Object.keys(networkInterfaces()), ['lo'], 'the network interfaces that anything could listen on');
  evidence('there is no network interface but loopback');
}

/** Runs the proofs one after the other and prints a line for each, with what it saw. Returns how many failed. */
export async function runProofs(
  proofs: readonly Proof[],
  options: StackOptions,
  print: Print,
  onStack: (stack: Stack | undefined) => void,
): Promise<number> {
  let stack: Stack | undefined;
  let stacks = 0;
  let failed = 0;
  let most = 0;
  const sample = () => {
    if (stack) most = Math.max(most, stack.memory().total);
  };
  const sampling = setInterval(sample, sampleMs);
  for (const proof of proofs) {
    const lines: string[] = [];
    let started = performance.now();
    try {
      if (proof.fresh || !stack) {
        onStack(undefined);
        await stack?.stop();
        stack = undefined;
        stacks += 1;
        stack = await startStack({ ...options, scratchRoot: join(options.scratchRoot, `stack-${stacks}`) });
        onStack(stack);
        print(`stack ${stacks} is up (${seconds(started)}, ${stack.memory().total} MiB)`);
      }
      started = performance.now();
      await proof.run(stack, (line) => lines.push(line));
      print(`ok      ${proof.name} (${seconds(started)})`);
    } catch (error) {
      failed += 1;
      print(`FAILED  ${proof.name} (${seconds(started)})`);
      lines.push(textOf(error));
      if (stack) lines.push(lastWords(stack));
    }
    for (const line of lines) if (line !== '') print(indent(line));
    sample();
  }
  clearInterval(sampling);
  const lines: string[] = [];
  try {
    limits(most, (line) => lines.push(line));
    print('ok      limits');
  } catch (error) {
    failed += 1;
    print('FAILED  limits');
    lines.push(textOf(error));
  }
  for (const line of lines) print(indent(line));
  onStack(undefined);
  await stack?.stop();
  print(`${proofs.length + 1 - failed} passed, ${failed} failed`);
  return failed;
}
