import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { judgeExample } from '../judge-example.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules.ts';

const kinds = vendoredKinds();
const check = (text: string, rule: Rule) => judgeExample(rule, text, kinds);
const brief = ({ code, severity, message }: Diagnostic) => `${severity}[${code}]: ${message}`;
const all: readonly [string, Rule][] = Object.entries(rules);

describe.each(all)('%s', (code, rule) => {
  const { bad, details, good, severity, summary } = rule;

  test('says what must hold, and why, in sentences', () => {
    for (const text of [summary, details]) expect(text).toMatch(/^(?:kro |[A-Z`0-9])(?:.|\n)*\.$/);
  });

  test('accepts its good example', () => {
    expect(check(good, rule).map(brief)).toEqual([]);
  });

  test('refuses its bad example once, at a place in it', () => {
    const diagnostics = check(bad, rule);
    expect(diagnostics.map(brief)).toHaveLength(1);
    const [diagnostic] = diagnostics as [Diagnostic];
    expect(brief(diagnostic)).toContain(`${severity}[${code}]: `);
    expect(diagnostic.at?.span?.source.path).toBe('graph.yaml');
    expect(diagnostic.message).toMatch(/^\S[^\n]*[.?]$/);
  });
});

test('the numbers of rules are unique', () => {
  const numbers = all.map(([, { number }]) => number);
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});
