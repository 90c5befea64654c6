import { describe, expect, test } from 'vitest';
import type { FileKind } from '../model/file-kinds.ts';
import { positionAt } from '../source/source.ts';
import { parseFile } from './parse-file.ts';

function told(kind: FileKind, text: string): string[] {
  const source = { path: `config/${kind}.yaml`, text };
  return parseFile(kind, 'a', source).diagnostics.map(({ code, at, message, help }) => {
    const span = at?.span ?? { source, start: 0, end: 0 };
    const { line, column } = positionAt(source, span.start);
    const [marked = ''] = text.slice(span.start, span.end).split('\n');
    return `${code} ${line}:${column} ${marked} | ${message}${help === undefined ? '' : ` | ${help}`}`;
  });
}

test('a file without problems gives its data, and where each part of it stands', () => {
  const source = { path: 'config/spokes/a.yaml', text: 'environment: production\nnetwork: {cidr: 10.0.0.0/18}\n' };
  const { file, diagnostics } = parseFile('spoke', 'a', source);
  expect(diagnostics).toEqual([]);
  expect(file).toMatchObject({
    kind: 'spoke',
    name: 'a',
    source,
    value: { environment: 'production', network: { cidr: '10.0.0.0/18' } },
  });
  expect(file?.find(['network', 'cidr'])).toEqual({ source, start: 40, end: 51 });
});

test('nothing is required of a single file, and null may stand for any field', () => {
  for (const kind of ['config', 'hub', 'account', 'environment', 'network', 'team', 'spoke'] as const) {
    expect(told(kind, '{}\n')).toEqual([]);
  }
  expect(told('spoke', 'nodeGroups: {gpu: null}\nteams:\nnetwork: {nat: null}\n')).toEqual([]);
});

describe('an unknown key', () => {
  test.each<[FileKind, string, string]>([
    [
      'spoke',
      'enviroment: production\n',
      'schema/unknown-key 1:1 enviroment | Unknown key "enviroment". Did you mean "environment"?',
    ],
    [
      'spoke',
      'network:\n  cird: 10.0.0.0/18\n',
      'schema/unknown-key 2:3 cird | Unknown key "cird" in "network". Did you mean "cidr"?',
    ],
    ['spoke', 'azCount: 3\n', 'schema/unknown-key 1:1 azCount | Unknown key "azCount". | It is a field of "network".'],
    [
      'config',
      'nodeGroups: {}\n',
      'schema/unknown-key 1:1 nodeGroups | Unknown key "nodeGroups". | It is a field of "defaults".',
    ],
    [
      'team',
      'namespaces: {a: {xyzzy: 1}}\n',
      'schema/unknown-key 1:18 xyzzy | Unknown key "xyzzy" in "namespaces.a". Known: "quota", "labels".',
    ],
  ])('of a %s: %j', (kind, text, expected) => {
    expect(told(kind, text)).toEqual([expected]);
  });

  test('with no near name lists what is known', () => {
    const [problem] = told('spoke', 'xyzzy: 1\n');
    expect(problem).toMatch(
      /^schema\/unknown-key 1:1 xyzzy \| Unknown key "xyzzy"\. \| Known here: .*environment.*region/,
    );
  });
});

describe('a wrong value', () => {
  test.each<[FileKind, string, string]>([
    ['spoke', 'teams: 3\n', 'schema/wrong-type 1:8 3 | "teams" must be a list of strings, found the number 3.'],
    [
      'spoke',
      'teams: checkout\n',
      'schema/wrong-type 1:8 checkout | "teams" must be a list of strings, found the string "checkout". | Write a list: [checkout].',
    ],
    [
      'spoke',
      'teams:\n  -checkout\n',
      'schema/wrong-type 2:3 -checkout | "teams" must be a list of strings, found the string "-checkout". | Put a space after each dash.',
    ],
    [
      'spoke',
      'versions: {kubernetes: 1.30}\n',
      'schema/wrong-type 1:24 1.30 | "versions.kubernetes" must be a string, found the number 1.30. | Put it in quotes: "1.30".',
    ],
    [
      'spoke',
      'endpoint: {public: yes}\n',
      'schema/wrong-type 1:20 yes | "endpoint.public" must be true or false, found the string "yes". | Write true, without quotes.',
    ],
    [
      'spoke',
      'nodeGroups: {a: {max: "3"}}\n',
      'schema/wrong-type 1:23 "3" | "nodeGroups.a.max" must be a whole number, found the string "3". | Write it without quotes.',
    ],
    [
      'spoke',
      'nodeGroups:\n  - max: 3\n',
      'schema/wrong-type 2:3 - max: 3 | "nodeGroups" must be a map, found a list. | Write "name: value" lines without dashes.',
    ],
    [
      'spoke',
      'network: {nat: per_az}\n',
      'schema/not-one-of 1:16 per_az | "network.nat" cannot be "per_az". Did you mean "per-az"? | Allowed: "none", "single", "per-az".',
    ],
    [
      'spoke',
      'network: {cidr: 10.0.0.0}\n',
      'schema/wrong-format 1:17 10.0.0.0 | "network.cidr" must be an IPv4 range such as 10.1.0.0/18, found "10.0.0.0".',
    ],
    ['spoke', 'network: {azCount: 9}\n', 'schema/out-of-range 1:20 9 | "network.azCount" is 9, but 4 is the most.'],
    ['account', 'regions: []\n', 'schema/out-of-range 1:10 [] | "regions" has 0 items, but 1 is the least.'],
    [
      'spoke',
      `tags: {a: ${'x'.repeat(257)}}\n`,
      `schema/out-of-range 1:11 ${'x'.repeat(257)} | "tags.a" has 257 characters, but 256 is the most.`,
    ],
    [
      'account',
      'id: 222222222222\n',
      'schema/wrong-type 1:5 222222222222 | "id" must be a string, found the number 222222222222. | Put it in quotes: "222222222222".',
    ],
    [
      'account',
      'id: 012345678901\n',
      'yaml/unsafe-number 1:5 012345678901 | The number 012345678901 would lose its leading zero. | Put it in quotes if it is a text: "012345678901".',
    ],
    [
      'team',
      'quota: {cpu: [1]}\n',
      'schema/wrong-type 1:14 [1] | "quota.cpu" must be a string or a whole number, found a list.',
    ],
    [
      'team',
      'quota: {memory: 1.5Q}\n',
      'schema/wrong-format 1:17 1.5Q | "quota.memory" must be a quantity such as 500m or 64Gi, found "1.5Q".',
    ],
    [
      'team',
      'members: {A: {access: edit}}\n',
      'schema/wrong-format 1:11 A | The name "A" in "members" must be at most 20 lower-case letters, digits and dashes, the first a letter, the last no dash.',
    ],
    [
      'team',
      '- a\n',
      'schema/wrong-type 1:1 - a | The file must be a map, found a list. | Write "name: value" lines without dashes.',
    ],
    ['team', 'null\n', 'schema/wrong-type 1:1 null | The file must be a map, found nothing.'],
  ])('of a %s: %j', (kind, text, expected) => {
    expect(told(kind, text)).toEqual([expected]);
  });

  test('in a list must be complete, because lists are not merged', () => {
    expect(told('spoke', 'nodeGroups: {a: {taints: [{kye: a, effect: NO_SCHEDULE}]}}\n')).toEqual([
      'schema/unknown-key 1:28 kye | Unknown key "kye" in "nodeGroups.a.taints[0]". Did you mean "key"?',
    ]);
    expect(told('spoke', 'nodeGroups: {a: {taints: [{effect: NO_SCHEDULE}]}}\n')).toEqual([
      'schema/missing-field 1:27 {effect: NO_SCHEDULE} | "nodeGroups.a.taints[0].key" is missing. | Key of the taint.',
    ]);
  });
});

test('all problems of a file are told in one run, up to a hundred', () => {
  expect(told('spoke', 'a1: 1\nteams: 1\nnetwork: {nat: 1}\nteams: []\n')).toHaveLength(4);
  const many = told('spoke', Array.from({ length: 150 }, (_, i) => `zzzzzzzzzz${i}: 1\n`).join(''));
  expect(many).toHaveLength(101);
  expect(many[100]).toBe(
    'schema/more-problems 101:1 zzzzzzzzzz100 | There are more problems in this file, from here on.',
  );
});
