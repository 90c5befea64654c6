import { describe, expect, test } from 'vitest';
import { healthChecks } from './health-checks.ts';

const gates = [
  { group: 'argoproj.io', kind: 'Application' },
  { group: 'argoproj.io', kind: 'ApplicationSet' },
  { group: 'kro.run', kind: 'ResourceGraphDefinition' },
  { group: 'kro.run', kind: 'EKSCluster' },
];

test('every kind that gates gets a check, but for those that Argo CD judges itself', () => {
  expect(Object.keys(healthChecks(gates))).toEqual([
    'resource.customizations.health.argoproj.io_Application',
    'resource.customizations.health.kro.run_ResourceGraphDefinition',
    'resource.customizations.health.kro.run_EKSCluster',
  ]);
});

test('a kind that nobody can judge is a fault of ours: it would count as healthy at once', () => {
  expect(() => healthChecks([{ group: 'example.com', kind: 'Thing' }])).toThrow(
    'example.com/Thing gates, but there is no health check for it',
  );
});

describe.each(Object.entries(healthChecks(gates)))('%s', (_, script) => {
  test('waits unless it knows better', () => {
    expect(script).toMatch(/^local hs = \{status = "Progressing", /);
    expect(script.trimEnd().endsWith('return hs')).toBe(true);
  });

  test('uses only what Argo CD gives to scripts: the base library and `table`', () => {
    const used = [...script.matchAll(/\b(string|math|io|os|coroutine|debug|utf8|require|load\w*|dofile)\b[.(]/g)];
    expect(used.map(([call]) => call)).toEqual([]);
  });

  test('says the same each time: maps come in any order', () => {
    const walked = [...script.matchAll(/for (.*) in pairs\((.*)\) do (.*)$/gm)].map(([line]) => line.trim());
    // One compares entry by entry, the other collects names that are sorted next.
    const known = [
      'for k, v in pairs(a) do if not same(v, b[k]) then return false end end',
      'for k in pairs(b) do if a[k] == nil then return false end end',
      'for node in pairs(said or {}) do nodes[#nodes + 1] = node end',
    ];
    expect(walked.filter((line) => !known.includes(line))).toEqual([]);
    expect(walked.includes(known[2] ?? '')).toBe(script.includes('table.sort(nodes)'));
  });
});
