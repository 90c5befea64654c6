import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { tarGzip } from './tar.ts';

const files = new Map([
  ['kro/values.yaml', '{}'],
  ['kro/Chart.yaml', 'x'.repeat(600)],
  ['kro/empty', ''],
]);

test('tar reads the archive, files in order of code points', () => {
  const archive = tarGzip(files);
  const listing = execFileSync('tar', ['tzf', '-'], { input: archive, encoding: 'utf8' });
  expect(listing).toBe('kro/Chart.yaml\nkro/empty\nkro/values.yaml\n');
  expect(execFileSync('tar', ['xzOf', '-', 'kro/Chart.yaml'], { input: archive, encoding: 'utf8' })).toBe(
    'x'.repeat(600),
  );
});

test('the same files in another order give the same bytes', () => {
  expect(tarGzip(new Map([...files].reverse()))).toEqual(tarGzip(files));
});

test('a path that does not fit is an error', () => {
  expect(() => tarGzip(new Map([['a'.repeat(101), '']]))).toThrow('too long');
});
