import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import type { Processes } from './processes.ts';
import type { Scratch } from './scratch.ts';

export interface Commit {
  readonly sha: string;
  readonly message: string;
  /** Milliseconds; Git itself keeps whole seconds. */
  readonly at: number;
}

export interface GitRepository {
  readonly name: string;
  /** Where Argo CD finds it. */
  readonly url: string;
  /** The work folder. What is in it is what `commit` publishes, ignored files too. */
  readonly folder: string;
  /** The work folder becomes a copy of another one. */
  replaceBy(folder: string): void;
  /** Writes a file of the work folder. */
  write(path: string, content: string): void;
  remove(path: string): void;
  /** Publishes the work folder as the next commit of `main`. */
  commit(message: string): Commit;
  /** Publishes the tree of an earlier commit again, and makes the work folder like it. */
  revert(sha: string, message: string): Commit;
  /** Makes a tag, or `refs/heads/…`, of the newest commit. */
  point(revision: string): void;
  /** The text of a file in a commit; empty where there is none. */
  read(sha: string, path: string): string;
  /** Oldest first. */
  log(): readonly Commit[];
}

export interface GitServer {
  /** Opens a repository, and makes it if it is new. */
  repository(name: string): GitRepository;
  /** Nobody can fetch until `resume`. */
  stop(): Promise<void>;
  resume(): Promise<void>;
}

const port = 9418;
const branch = 'main';

const answers = () =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

const identity = { GIT_AUTHOR_NAME: 'platform', GIT_AUTHOR_EMAIL: 'platform@localhost' };
const environment = {
  ...identity,
  GIT_COMMITTER_NAME: identity.GIT_AUTHOR_NAME,
  GIT_COMMITTER_EMAIL: identity.GIT_AUTHOR_EMAIL,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  PATH: process.env['PATH'] ?? '',
};

function openRepository(scratch: Scratch, name: string): GitRepository {
  const bare = scratch.path('git', `${name}.git`);
  const folder = scratch.folder('work', name);
  const commits: Commit[] = [];
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['--git-dir', bare, '--work-tree', folder, '-c', 'core.bare=false', ...args], {
      cwd: folder,
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  if (!existsSync(bare)) {
    execFileSync('git', ['init', '--quiet', '--bare', `--initial-branch=${branch}`, bare], { env: environment });
  }

  function publish(message: string): Commit {
    git('add', '--all', '--force', '.');
    git('commit', '--quiet', '--allow-empty', '--no-verify', '--message', message);
    const commit = { sha: git('rev-parse', 'HEAD'), message, at: Date.now() };
    commits.push(commit);
    scratch.note(`commit ${commit.sha.slice(0, 8)} to ${name}: ${message}`);
    return commit;
  }

  const empty = () => {
    rmSync(folder, { recursive: true });
    scratch.folder('work', name);
  };
  return {
    name,
    url: `git://127.0.0.1/${name}.git`,
    folder,
    replaceBy(other) {
      empty();
      cpSync(other, folder, { recursive: true });
    },
    write(path, content) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
    remove(path) {
      rmSync(join(folder, path), { recursive: true });
    },
    commit: publish,
    point(revision) {
      if (revision !== branch && revision !== 'HEAD')
        git('update-ref', revision.startsWith('refs/') ? revision : `refs/tags/${revision}`, 'HEAD');
    },
    revert(sha, message) {
      empty();
      git('read-tree', sha);
      git('checkout-index', '--all', '--force');
      return publish(message);
    },
    read: (sha, path) => (git('ls-tree', '--name-only', sha, '--', path) === '' ? '' : git('show', `${sha}:${path}`)),
    log: () => commits,
  };
}

export async function startGitServer(processes: Processes, scratch: Scratch): Promise<GitServer> {
  const base = scratch.folder('git');
  const repositories = new Map<string, GitRepository>();
  const daemon = await processes.start({
    name: 'git-daemon',
    command: 'git',
    args: [
      'daemon',
      '--reuseaddr',
      '--listen=127.0.0.1',
      `--port=${port}`,
      '--export-all',
      `--base-path=${base}`,
      base,
    ],
    env: { GIT_CONFIG_GLOBAL: '/dev/null' },
    ready: answers,
  });
  return {
    repository(name) {
      const repository = repositories.get(name) ?? openRepository(scratch, name);
      repositories.set(name, repository);
      return repository;
    },
    stop: () => daemon.stop(),
    resume: () => daemon.start(),
  };
}
