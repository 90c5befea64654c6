import { describe, expect, test } from 'vitest';
import type { Path } from '../../source/path.ts';
import { locateIn, nearest } from './locate-in.ts';

const text = `# a comment
environment: production
network: {cidr: 10.0.0.0/16, "quoted key": [a, {b: 1}]}
nodeGroups:
  default:
    instanceTypes:
      - m7i.large
      - m7i.xlarge
    taints: []

  empty:
values: |
  first
  second

last: &anchor {x: {y: 1}}
copy: *anchor
`;

function marked(source: { path: string; text: string }, path: Path, at?: 'key' | 'value') {
  const span = locateIn(source)(path, at);
  return span && source.text.slice(span.start, span.end);
}

describe('a path of a file is found', () => {
  test.each<[Path, string | undefined, string | undefined]>([
    [['environment'], 'production', 'environment'],
    [['network'], '{cidr: 10.0.0.0/16, "quoted key": [a, {b: 1}]}', 'network'],
    [['network', 'cidr'], '10.0.0.0/16', 'cidr'],
    [['network', 'quoted key', 1, 'b'], '1', 'b'],
    [['network', 'quoted key', 0], 'a', 'a'],
    [['nodeGroups', 'default', 'instanceTypes', 1], 'm7i.xlarge', 'm7i.xlarge'],
    [['nodeGroups', 'default', 'taints'], '[]', 'taints'],
    [['nodeGroups', 'empty'], 'empty', 'empty'],
    [['values'], '|\n  first\n  second', 'values'],
    [['copy'], '*anchor', 'copy'],
    [['copy', 'x', 'y'], '1', 'y'],
    [['nothing'], undefined, undefined],
    [['environment', 'below'], undefined, undefined],
    [['network', 'quoted key', 2], undefined, undefined],
    [['__proto__'], undefined, undefined],
  ])('%j', (path, value, key) => {
    const source = { path: 'a.yaml', text };
    expect([marked(source, path), marked(source, path, 'key')]).toEqual([value, key]);
  });

  test('with Windows line ends', () => {
    const source = { path: 'a.yaml', text: text.replaceAll('\n', '\r\n') };
    expect(marked(source, ['nodeGroups', 'default', 'instanceTypes', 0])).toBe('m7i.large');
    expect(marked(source, ['values'])).toBe('|\r\n  first\r\n  second');
  });

  test('with a byte order mark', () => {
    expect(marked({ path: 'a.yaml', text: `\ufeff${text}` }, ['network', 'cidr'])).toBe('10.0.0.0/16');
  });

  test('in what can be read of a broken file', () => {
    expect(marked({ path: 'a.yaml', text: 'a: 1\nb: {c: 2\n' }, ['a'])).toBe('1');
    expect(marked({ path: 'a.yaml', text: '' }, ['a'])).toBeUndefined();
  });
});

test('the nearest parent stands for what is not in the file', () => {
  const source = { path: 'a.yaml', text };
  const find = locateIn(source);
  const at = (path: Path) => {
    const { start, end } = nearest(source, find, path);
    return source.text.slice(start, end);
  };
  expect(at(['network', 'azs', 0])).toBe('network');
  expect(at(['network', 'cidr'])).toBe('10.0.0.0/16');
  expect(at(['account'])).toMatch(/^environment: production\n/);
  expect(nearest({ path: 'b.yaml', text: '' }, locateIn({ path: 'b.yaml', text: '' }), ['a'])).toMatchObject({
    start: 0,
    end: 0,
  });
});
