import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { git } from '../../testing/git.ts';
import { temporaryRoot } from '../../testing/output-folder.ts';
import { runGit } from './run-git.ts';

test.skipIf(process.platform === 'win32')('a pipe in the configuration of Git is not waited for', () => {
  const root = temporaryRoot(onTestFinished);
  git(root, 'init', '-q');
  execFileSync('mkfifo', [join(root, 'pipe')]);
  git(root, 'config', 'include.path', join(root, 'pipe'));
  expect(runGit(root, ['rev-parse', '--git-dir'], '', 300)).toMatchObject({ ok: false, fault: 'too-slow' });
});

test('a submodule is a repository of its own folder', () => {
  const root = temporaryRoot(onTestFinished);
  git(root, 'init', '-q', 'part');
  git(join(root, 'part'), 'commit', '-q', '--allow-empty', '-m', 'x');
  git(root, 'init', '-q', 'whole');
  git(
    join(root, 'whole'),
    '-c',
    'protocol.file.allow=always',
    'submodule',
    '--quiet',
    'add',
    join(root, 'part'),
    'sub',
  );
  expect(runGit(join(root, 'whole/sub'), ['rev-parse', '--verify', 'HEAD']).ok).toBe(true);
});
