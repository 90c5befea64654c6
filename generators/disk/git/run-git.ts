import { spawnSync } from 'node:child_process';
import { delimiter, dirname, isAbsolute, relative } from 'node:path';
import { hasForeignRepository } from './foreign-repository.ts';

/** Why Git could not be asked: it is not installed, gave no answer in time, will not read what another user owns, or would read elsewhere. */
export type GitFault = 'not-installed' | 'too-slow' | 'of-another-user' | 'elsewhere';

export interface GitResult {
  readonly ok: boolean;
  readonly output: Buffer;
  readonly fault?: GitFault;
}

/** Milliseconds. Git reads the records of 20,000 spokes in two seconds; a pipe in its configuration would be waited for without end. */
const patience = 30_000;

/** Settings of the user that decide whose repositories may be read. Of all else that Git takes from its environment: nothing. */
const kept = /^(?!GIT_)|^GIT_(?:CONFIG|CEILING_DIRECTORIES)/;

function environment(root: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (kept.test(name) && name.toUpperCase() !== 'PATH') env[name] = value;
  }
  // The repository may be a stranger's: no program is taken from it.
  const isOutside = (folder: string): boolean => isAbsolute(folder) && /^\.\.|^[A-Za-z]:/.test(relative(root, folder));
  env['PATH'] = (process.env['PATH'] ?? '').split(delimiter).filter(isOutside).join(delimiter);
  return {
    ...env,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

// Nothing that a repository's configuration names is run, and no folder in it is taken for a repository of its own.
const settings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.pager=cat',
  'safe.bareRepository=explicit',
  'protocol.allow=never',
];

/** Runs Git to read objects: no hook, no filter, no network, no lock. Not `ok` where there is no Git. */
export function runGit(root: string, args: readonly string[], input = '', timeout = patience): GitResult {
  if (hasForeignRepository(root)) return { ok: false, output: Buffer.alloc(0), fault: 'elsewhere' };
  const options = settings.flatMap((setting) => ['-c', setting]);
  const { status, stdout, stderr, error } = spawnSync('git', ['--no-pager', '-C', root, ...options, ...args], {
    // Not in the repository: some systems look for programs in the current folder first.
    cwd: dirname(process.execPath),
    env: environment(root),
    input,
    maxBuffer: 2 ** 30,
    timeout,
    killSignal: 'SIGKILL',
    windowsHide: true,
  });
  const fault = faultOf(error, stderr?.toString('utf8') ?? '');
  return { ok: status === 0, output: stdout ?? Buffer.alloc(0), ...(fault !== undefined && { fault }) };
}

function faultOf(error: Error | undefined, text: string): GitFault | undefined {
  const code = error !== undefined && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'not-installed';
  if (code === 'ETIMEDOUT') return 'too-slow';
  return /dubious ownership|safe\.directory/.test(text) ? 'of-another-user' : undefined;
}

/** A fault in words; `what`: that which was to be read. */
export function describeGitFault(fault: GitFault, what: string): { readonly message: string; readonly help: string } {
  switch (fault) {
    case 'not-installed':
      return { message: `Git is not installed, so nothing was compared with ${what}.`, help: 'Install Git.' };
    case 'too-slow':
      return {
        message: `Git did not answer within ${patience / 1000} seconds, so nothing was compared with ${what}.`,
        help: 'Run `git status` here: what keeps it waiting is in the configuration of Git, such as an `include.path` that is a pipe.',
      };
    case 'of-another-user':
      return {
        message: `Git refuses to read ${what}: the repository belongs to another user, so nothing was compared with it.`,
        help: 'If you trust it: `git config --global --add safe.directory DIR`.',
      };
    case 'elsewhere':
      return {
        message: `".git" leads to the repository of another folder, so nothing was compared with ${what}.`,
        help: 'Clone the repository anew; if it is that of this folder, say so there: `git config core.worktree DIR`.',
      };
  }
}
