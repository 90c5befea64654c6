import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Stack } from './stack.ts';
import { repositoryRoot } from './start-fleet.ts';

/** What a person is told to do, and the commands for it. */
export interface ExplainedStep {
  readonly text: string;
  readonly commands?: readonly string[];
}

const run = promisify(execFile);

/** How a spoke leaves, as `wheelwright explain` tells it now. */
export async function explainLeaving(stack: Stack, spoke: string): Promise<readonly ExplainedStep[]> {
  const command = [join(repositoryRoot, 'bin/wheelwright.mjs'), 'explain', `config/spokes/${spoke}.yaml`];
  const options = ['--root', stack.scratch.path('fleet'), '--format', 'json'];
  const { stdout } = await run(process.execPath, [...command, ...options]);
  return (JSON.parse(stdout) as { leaving: readonly ExplainedStep[] }).leaving;
}

/** The command among those of all steps that contains a text; each is there once. */
export function commandWith(steps: readonly ExplainedStep[], text: string): string {
  const found = steps.flatMap(({ commands = [] }) => commands).filter((command) => command.includes(text));
  if (found.length !== 1) throw new Error(`${found.length} commands are explained with "${text}"`);
  return found[0] ?? '';
}
