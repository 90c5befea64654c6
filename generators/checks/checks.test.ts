import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clouds } from '../clouds/registry.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { vendoredMeans } from '../disk/vendored-means.ts';
import { filesInMemory } from '../load/files-in-memory.ts';
import type { ChangeCheck } from '../model/check.ts';
import { newSession } from '../session.ts';
import { repository } from '../testing/repository.ts';
import type { Check } from './check.ts';
import { checks } from './registry.ts';

const all: readonly [string, Check][] = Object.entries(checks);

const diagnosticsOf = async (...examples: readonly Readonly<Record<string, string>>[]) => {
  const { diagnostics } = await repository(Object.assign({}, ...examples)).compile();
  return diagnostics;
};
const brief = ({ code, severity, message }: Diagnostic) => `${severity}[${code}]: ${message}`;

describe('the registry of checks', () => {
  test('has every file that exports a check, under its path, and those of clouds as if they were here', () => {
    const folders = ['.', ...Object.keys(clouds).map((cloud) => `../clouds/${cloud}/checks`)];
    const files = folders.flatMap((folder) =>
      readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => file.includes('/') && file.endsWith('.ts') && !file.endsWith('.test.ts')),
    );
    expect(files).toEqual(expect.arrayContaining(all.map(([code]) => `${code}.ts`)));
    // Whoever takes the code of another one would replace it.
    expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([]);
  });

  test('the small repository that examples are added to is valid', async () => {
    expect((await diagnosticsOf()).map(brief)).toEqual([]);
  });
});

/** Examples of changes need commits: `codes/examples.test.ts` has them. */
const others = all.filter((entry): entry is [string, Exclude<Check, ChangeCheck>] => entry[1].over !== 'change');

describe.each(others)('%s', (code, { background, bad, details, good, over, severity, summary }) => {
  const unseen = background?.() ?? {};

  test('says what must hold, and why, in sentences', () => {
    for (const text of [summary, details]) expect(text).toMatch(/^[A-Z`0-9](.|\n)*\.$/);
  });

  test('accepts its good example', async () => {
    expect((await diagnosticsOf(unseen, good)).map(brief)).toEqual([]);
  });

  test('refuses its bad example once, at a place in it', async () => {
    const diagnostics = await diagnosticsOf(unseen, bad);
    expect(diagnostics.map(brief)).toHaveLength(1);
    const [diagnostic] = diagnostics as [Diagnostic];
    expect(brief(diagnostic)).toContain(`${severity}[${code}]: `);
    expect(diagnostic.at?.span?.source.path).toMatch(/^(config|hub)\//);
    expect(diagnostic.message).toMatch(/^\S[^\n]*[.?]$/);
    expect(diagnostic.message).toMatch(/["`]/);
    for (const note of diagnostic.notes) {
      expect(note.message).toMatch(/^\S[^\n]*[^.\s]$/);
      expect(note.at?.span).toBeDefined();
    }
    if (diagnostic.help !== undefined) expect(diagnostic.help).toMatch(/^\S[^\n]*\.$/);
  });

  test('says the same beside spokes that are known to be good', async () => {
    const session = newSession(vendoredMeans(), filesInMemory(repository().files));
    await session.compilation();
    session.edit(new Map(Object.entries({ ...unseen, ...bad })));
    const { diagnostics } = await session.compilation();
    expect([over, diagnostics.map(brief)]).toEqual([over, (await diagnosticsOf(unseen, bad)).map(brief)]);
  });
});
