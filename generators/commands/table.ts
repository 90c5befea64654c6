import type { Command } from './command.ts';

interface Row {
  readonly summary: string;
  readonly load: () => Promise<{ readonly command: Command }>;
}

/** All commands, in the order of `--help`. Imports are lazy: `--help` must stay far below what loading a command costs. */
export const commands: Readonly<Record<string, Row>> = {
  build: { summary: 'Compile the configuration and write out/', load: () => import('./build.ts') },
  check: {
    summary: 'Find every problem, and whether out/ is what the configuration says',
    load: () => import('./check.ts'),
  },
  verify: { summary: 'Find whether somebody touched out/, without compiling', load: () => import('./verify.ts') },
  explain: { summary: 'Explain a diagnostic, or which lines make which', load: () => import('./explain.ts') },
  lint: { summary: "Check anybody's kro graphs, without a cluster", load: () => import('./lint.ts') },
  expand: {
    summary: 'Show what Argo CD, kustomize and kro will make of a spoke',
    load: () => import('./expand.ts'),
  },
  migrate: { summary: 'Edit files of an earlier format in place', load: () => import('./migrate.ts') },
  new: { summary: 'Add a spoke to the fleet', load: () => import('./new.ts') },
  init: { summary: 'Make a repository for a new fleet', load: () => import('./init.ts') },
};
