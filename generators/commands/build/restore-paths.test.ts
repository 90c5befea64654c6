import { expect, test } from 'vitest';
import { restorePaths } from './restore-paths.ts';

test.each([
  ['out/a.yaml', '/repo', 'out/a.yaml'],
  ['out/a/', '/repo', 'out/a'],
  ['out', '/elsewhere', 'out'],
  ['out/a.yaml', '/elsewhere', 'out/a.yaml'],
  ['a.yaml', '/repo/out/x', 'out/x/a.yaml'],
  ['../out/a', '/repo/config', 'out/a'],
  ['/repo/out/a', '/', 'out/a'],
])('%s named in %s is %s', (name, from, path) => {
  expect(restorePaths('/repo', from, [name])).toEqual({ paths: [path], problems: [] });
});

test.each(['config/config.yaml', '.', '..', 'out/../config', '/etc/passwd', 'outside', '/repository/out/a', ''])(
  'what lies outside of out/ cannot be restored: %j',
  (name) => {
    const { paths, problems } = restorePaths('/repo', '/repo', [name]);
    expect(paths).toEqual([]);
    expect(problems).toMatchObject([
      {
        code: 'out/not-in-out',
        message: `"${name}" does not lie in out/, so it was not generated and cannot be restored.`,
      },
    ]);
  },
);
