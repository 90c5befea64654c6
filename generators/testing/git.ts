import { execFileSync } from 'node:child_process';

const settings = ['user.name=t', 'user.email=t@example.com', 'commit.gpgsign=false', 'init.defaultBranch=main'];

/** Runs Git in a folder as somebody, whatever the machine is set up for, and gives what it prints. */
export function git(root: string, ...args: readonly string[]): string {
  const options = settings.flatMap((setting) => ['-c', setting]);
  return execFileSync('git', ['-C', root, ...options, ...args], { encoding: 'utf8', stdio: 'pipe' });
}

export function commitAll(root: string): void {
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'x', '--allow-empty');
}
