import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checks } from '../checks/registry.ts';
import type { ExampleFiles } from '../diagnostics/catalogue.ts';
import { rules } from '../kro/rules/rules.ts';
import { commitAll, git } from '../testing/git.ts';
import { temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { runCli } from '../testing/run-cli.ts';
import { smallRepository } from '../testing/small-repository.ts';
import { knownCodes } from './known-codes.ts';

/** Those of checks and of rules for graphs have tests of their own, beside them, that need no disk; but changes need commits. */
const others = knownCodes.filter(
  ({ code }) => (!Object.hasOwn(checks, code) || checks[code]?.over === 'change') && !Object.hasOwn(rules, code),
);

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly help: string | null;
}

/** What the last command of an example tells; of several commands, those before must work. */
async function toldOf(before: ExampleFiles, { $: commands = '', ...files }: ExampleFiles): Promise<readonly Told[]> {
  const root = temporaryRoot(onTestFinished);
  writeTexts(root, { ...smallRepository, ...before });
  git(root, 'init', '-q');
  expect((await runCli(['build', '--root', root])).out).not.toContain('error');
  commitAll(root);
  writeTexts(root, files);
  const lines = commands === '' ? [] : commands.split('\n');
  if (!lines.at(-1)?.startsWith('wheelwright ')) lines.push('wheelwright build');
  let told: readonly Told[] = [];
  for (const line of lines) {
    if (!line.startsWith('wheelwright ')) execFileSync('sh', ['-c', line], { cwd: root, stdio: 'pipe' });
    else {
      const args = line
        .split(' ')
        .slice(1)
        .map((arg) => arg.replace(/^\.\//, `${root}/`));
      const { out, err } = await runCli([...args, '--root', root, '--format', 'json']);
      expect(err).toBe('');
      const printed = JSON.parse(out) as readonly Told[] | { readonly diagnostics: readonly Told[] };
      told = 'diagnostics' in printed ? printed.diagnostics : printed;
    }
  }
  return told;
}

describe.each(others)('$code', ({ code, severity, summary, details, good, bad, before = {}, beside = [] }) => {
  test('says what must hold, and why, in sentences', () => {
    expect(code).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const text of [summary, details]) expect(text).toMatch(/^[A-Z`0-9](.|\n)*\.$/);
  });

  test('accepts its good example', async () => {
    expect(await toldOf(before, good)).toEqual([]);
  });

  test('refuses its bad example', async () => {
    const told = await toldOf(before, bad);
    const own = told.filter((one) => one.code === code);
    expect(told.filter((one) => !beside.includes(one.code) && one.code !== code)).toEqual([]);
    expect(new Set(own.map((one) => one.severity))).toEqual(new Set([severity]));
    for (const { message, help } of own) {
      expect(message).toMatch(/^\S[^\n]*[.?]$/);
      if (help !== null) expect(help).toMatch(/^\S[^\n]*(\.|Example: .*)$/);
    }
  });
});

test('every code that stands in the sources is in the catalogue', () => {
  const root = join(import.meta.dirname, '..');
  const areas = new Set(knownCodes.map(({ code }) => code.slice(0, code.indexOf('/'))));
  const known = new Set(knownCodes.map(({ code }) => code));
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.test\.|testing\//.test(name),
  );
  const written = sources.flatMap((name) => {
    const text = readFileSync(join(root, name), 'utf8');
    return [...text.matchAll(/(?:code: |rror\(|arning\(|report\(|tell\()'([a-z]+\/[a-z0-9-]+)'/g)].map(
      ([, code = '']) => code,
    );
  });
  expect(written.filter((code) => areas.has(code.split('/')[0] ?? '') && !known.has(code))).toEqual([]);
});
