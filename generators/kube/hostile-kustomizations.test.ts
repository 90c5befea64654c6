import { describe, expect, test } from 'vitest';
import { buildKustomization } from './kustomization.ts';

type Files = Readonly<Record<string, string>>;

const build = (files: Files, folder = 'app') => buildKustomization((path) => files[path], folder);

describe('what is made to hurt', () => {
  const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
  const messages = (files: Files) => build(files).problems.map(({ message }) => message);

  test.each([
    ['a kustomization', { 'app/kustomization.yaml': 'labels: &a [{pairs: {a: b}, fields: *a}]\n' }],
    ['an object', { 'app/kustomization.yaml': 'resources: [m.yaml]\n', 'app/m.yaml': `${map}data: &a {b: *a}\n` }],
    [
      'a patch',
      {
        'app/kustomization.yaml': 'resources: [m.yaml]\npatches: [{path: p.yaml}]\n',
        'app/m.yaml': map,
        'app/p.yaml': `${map}data: &a {b: [*a]}\n`,
      },
    ],
  ])('an alias that leads back to itself, in %s', (_where, files: Files) => {
    expect(messages(files).join()).toContain('the alias "*a" stands within what it repeats');
  });

  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'a field "%s" in a patch is a field',
    (field) => {
      const { objects, problems } = build({
        'app/kustomization.yaml': 'resources: [m.yaml]\npatches: [{path: p.yaml}]\n',
        'app/m.yaml': map,
        'app/p.yaml': `${map}data: {${field}: [a], b: {${field}: c}}\n`,
      });
      expect(problems).toEqual([]);
      expect(JSON.stringify(objects[0]?.['data'])).toBe(`{"${field}":["a"],"b":{"${field}":"c"}}`);
    },
  );

  test.each(['constructor', '__proto__'])('a kind "%s" is a kind', (kind) => {
    const { objects, problems } = build({
      'app/kustomization.yaml': 'resources: [m.yaml]\ncommonLabels: {a: b}\npatches: [{path: m.yaml}]\n',
      'app/m.yaml': `apiVersion: ${kind}/v1\nkind: ${kind}\nmetadata: {name: a}\n`,
    });
    expect([problems, objects.length]).toEqual([[], 1]);
  });

  test.each([
    ['1000 documents', '---\na\n'.repeat(2000)],
    ['100 levels', `a: ${'['.repeat(3000)}`],
    ['100000 words and marks', '{}'.repeat(460_000)],
    ['200000 values', `x: &a []\ny: &b [${'*a,'.repeat(500)}]\nz: [${'*b,'.repeat(500)}]\n`],
  ])('more than %s', (much, text) => {
    expect(messages({ 'app/kustomization.yaml': 'resources: [m.yaml]\n', 'app/m.yaml': text }).join()).toContain(much);
  });

  test('aliases and keys take time for each, not for each of all', () => {
    const data = Array.from({ length: 5_000 }, (_, index) => `  k${index}: &a${index} a\n  l${index}: *a${index}\n`);
    const object = `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n${data.join('')}`;
    const given = { 'app/kustomization.yaml': 'resources: [m.yaml]\n', 'app/m.yaml': object };
    expect(build(given)).toMatchObject({ problems: [], objects: [{ data: { k4999: 'a', l4999: 'a' } }] });
    expect(messages({ ...given, 'app/m.yaml': `${object}  k7: b\n` }).join()).toContain('unique');
  });

  const configMaps = (file: number, count: number) =>
    Array.from(
      { length: count },
      (_, index) => `---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c${file}-${index}}\n`,
    ).join('');
  const files = (count: number, text: (index: number) => string) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`app/${index}.yaml`, text(index)]));
  const names = (count: number) => Array.from({ length: count }, (_, index) => `${index}.yaml`);
  const including = (names: readonly string[]) => `resources: ${JSON.stringify(names)}\n`;

  test.each([
    [
      'With "2.yaml", the base has more than 1000 objects.',
      { ...files(9, (index) => configMaps(index, 400)), 'app/kustomization.yaml': including(names(9)) },
    ],
    [
      'With "items.yaml", the base has more than 1000 objects.',
      {
        'app/kustomization.yaml': including(['items.yaml']),
        'app/items.yaml': `kind: List\nitems:\n${'- {apiVersion: v1, kind: A, metadata: {name: a}}\n'.repeat(1001)}`,
      },
    ],
    [
      'With "4.yaml", the base has more than 4194304 bytes of objects.',
      {
        ...files(9, (index) => `${configMaps(index, 1)}data: {a: "${'a'.repeat(1_000_000)}"}\n`),
        'app/kustomization.yaml': including(names(9)),
      },
    ],
    [
      'With "d", the base has more than 100 folders, each as often as it is listed.',
      Object.fromEntries(
        Array.from({ length: 30 }, (_, depth) => [
          `app${'/d'.repeat(depth)}/kustomization.yaml`,
          depth === 29 ? '{}' : 'resources: [d, d]\n',
        ]),
      ),
    ],
    [
      '`images` must be at most 100 items.',
      { 'app/kustomization.yaml': `images:\n${'- {name: a, newTag: b}\n'.repeat(101)}` },
    ],
  ])('%s', (message, given) => {
    expect(messages(given)).toEqual([message]);
  });

  test('as many objects as there may be, of many files', () => {
    const given = { ...files(10, (index) => configMaps(index, 100)), 'app/kustomization.yaml': including(names(10)) };
    expect(build(given)).toMatchObject({ problems: [], objects: { length: 1000 } });
  });
});
