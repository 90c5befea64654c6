import { spawnSync } from 'node:child_process';
import { delimiter, dirname, isAbsolute, relative } from 'node:path';

export interface GitResult {
  readonly ok: boolean;
  readonly output: Buffer;
  readonly error: string;
}

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
export function runGit(root: string, args: readonly string[], input?: string): GitResult {
  const options = settings.flatMap((setting) => ['-c', setting]);
  const { status, stdout, stderr } = spawnSync('git', ['--no-pager', '-C', root, ...options, ...args], {
    // Not in the repository: some systems look for programs in the current folder first.
    cwd: dirname(process.execPath),
    env: environment(root),
    input: input ?? '',
    maxBuffer: 2 ** 30,
    windowsHide: true,
  });
  return { ok: status === 0, output: stdout ?? Buffer.alloc(0), error: stderr?.toString('utf8') ?? '' };
}
