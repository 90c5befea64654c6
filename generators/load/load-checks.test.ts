import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadChecks } from './load-checks.ts';

test('every code that is told is explained, and no other', () => {
  const units = ['load', 'disk', 'yaml/strict', 'schema/config'].map((unit) => join(import.meta.dirname, '..', unit));
  const told = units
    .flatMap((unit) => readdirSync(unit).map((name) => join(unit, name)))
    .filter((file) => file.endsWith('.ts') && !/\.test\.|-codes\.ts$/.test(file))
    .flatMap((file) => readFileSync(file, 'utf8').match(/(?<=')(file|yaml|schema)\/[a-z0-9-]+(?=')/g) ?? []);
  expect([...new Set(told)].toSorted()).toEqual(Object.keys(loadChecks));
});

test('summaries are one sentence, and details end in a full stop', () => {
  for (const { summary, details } of Object.values(loadChecks)) {
    expect(summary).toMatch(/^[^.]+(`[^`]*`[^.]*)*\.$/);
    expect(details).toMatch(/\.$/);
  }
});
