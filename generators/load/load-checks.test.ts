import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadChecks } from './load-checks.ts';

test('every code that is told is explained, and no other', () => {
  const folder = import.meta.dirname;
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !/\.(test|gen)\.|\.gen\.d\./.test(name));
  const told = sources
    .filter((name) => name !== 'load-checks.ts')
    .flatMap(
      (name) => readFileSync(join(folder, name), 'utf8').match(/(?<=')(file|yaml|schema)\/[a-z0-9-]+(?=')/g) ?? [],
    );
  expect([...new Set(told)].toSorted()).toEqual(Object.keys(loadChecks));
});

test('summaries are one sentence, and details end in a full stop', () => {
  for (const { summary, details } of Object.values(loadChecks)) {
    expect(summary).toMatch(/^[^.]+(`[^`]*`[^.]*)*\.$/);
    expect(details).toMatch(/\.$/);
  }
});
