import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fleetWorkflow } from './fleet-workflow.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly 'working-directory'?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: unknown; readonly env?: unknown; readonly steps: readonly Step[] }>
  >;
}

const ours = readFileSync(join(import.meta.dirname, '../../../.github/workflows/fleet.yml'), 'utf8');

describe.each([
  ['of this repository', ours, 'compiler'],
  ['that init writes', fleetWorkflow, 'base'],
])('the fleet workflow %s', (_, text, base) => {
  const workflow: Workflow = parse(text);
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));

  test('runs for pull requests and the merge queue, and may only read', () => {
    expect(Object.keys(workflow.on)).toEqual(['pull_request', 'merge_group']);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.values(workflow.jobs).filter((job) => 'permissions' in job)).toEqual([]);
    expect(text).not.toContain('secrets.');
  });

  test('takes the compiler from the base and the change beside it, without credentials in either', () => {
    expect(checkouts.map((step) => [step.with?.['path'], step.with?.['persist-credentials']])).toEqual([
      [base, false],
      ['fleet', false],
    ]);
    expect(checkouts[0]?.with?.['ref']).toContain('base');
    expect(checkouts[1]?.with).not.toHaveProperty('ref');
  });

  test('runs nothing of the change and puts nothing of it into a shell', () => {
    const runs = steps.filter(({ run }) => run !== undefined);
    expect(runs.map((step) => [step['working-directory'], step.run?.split(' ').slice(0, 2).join(' ')])).toEqual([
      [base, 'npm ci'],
      [undefined, expect.stringMatching(new RegExp(`^node ${base}/`))],
    ]);
    expect(runs[0]?.run).toContain('--ignore-scripts');
    expect(runs[1]?.run).toMatch(new RegExp(` check --root fleet --base ${base}$`));
    for (const { run } of runs) expect(run).not.toContain('${{');
  });
});
