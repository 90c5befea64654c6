import { expect, test } from 'vitest';
import { emitChecks } from './emit-checks.ts';

test.each(Object.entries(emitChecks))('%s is explained in sentences', (code, { summary, details }) => {
  expect(code).toMatch(/^(out|lifecycle)\/[a-z]+(-[a-z]+)*$/);
  expect(summary).toMatch(/^\S.*\.$/);
  expect(details).toMatch(/^\S.*\.$/);
});
