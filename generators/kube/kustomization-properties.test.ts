import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Built, buildKustomization } from './kustomization.ts';

const build = (files: Readonly<Record<string, string>>): Built => buildKustomization((path) => files[path], 'app');

const fragment = fc.constantFrom(
  'null',
  'labels: [null]\n',
  'patches: [{target: null, patch: "- {op: add}"}]\n',
  'images: [{name: null}]\n',
  'commonLabels: {a: null}\n',
  'metadata: null\n',
  'resources: [a.yaml]\n',
  'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, annotations: 1, labels: []}\n',
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: 1\n',
  'namePrefix: a\n',
  'replicas: [{name: a, count: 1}]\n',
  'labels: [{pairs: {a: b}, includeSelectors: true}]\n',
  'resources',
  'patches',
  'components',
  'images',
  'labels',
  'replicas',
  'namespace',
  'configMapGenerator',
  'a.yaml',
  ': ',
  '\n',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '&a ',
  '*a',
  '<<: ',
  '  ',
  'name',
  'pairs',
  'patch',
  'target',
  'kind',
  'metadata',
  'ConfigMap',
  'apiVersion',
  'v1',
  '---\n',
  '"',
  '|-\n',
  '(',
  '1',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
);

test('any text gives problems, never an exception', () => {
  fc.assert(
    fc.property(anyText, anyText, (kustomization, object) => {
      const { problems } = build({ 'app/kustomization.yaml': kustomization, 'app/a.yaml': object });
      expect(problems.every(({ message }) => message.endsWith('.') || message.endsWith('?'))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

const leaf = fc.oneof(
  fc.constantFrom('a', 'web', '', 'default', '$patch', 'delete', '/metadata', '/spec/x/-', '('),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const fieldName = fc.constantFrom(
  ...[
    'metadata',
    'name',
    'namespace',
    'labels',
    'annotations',
    'spec',
    'selector',
    'matchLabels',
    'template',
    'containers',
    'env',
    'image',
    'subjects',
    'roleRef',
    'kind',
  ],
  ...[
    'rules',
    '$patch',
    'ports',
    'volumes',
    'configMap',
    'data',
    'scaleTargetRef',
    'op',
    'path',
    'value',
    'pairs',
    'target',
    'literals',
    'files',
    'count',
    'newTag',
    'includeSelectors',
  ],
);
const { value: tree } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fieldName, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));
const kind = fc.constantFrom(
  'Deployment',
  'Service',
  'RoleBinding',
  'HorizontalPodAutoscaler',
  'Namespace',
  'ConfigMap',
  'NetworkPolicy',
  'Ingress',
);
const object = fc
  .tuple(kind, fc.dictionary(fieldName, tree, { maxKeys: 5, noNullPrototype: true }), tree)
  .map(([ofKind, fields, labels]) => ({
    ...fields,
    apiVersion: 'apps/v1',
    kind: ofKind,
    metadata: { name: 'web', labels, annotations: labels },
  }));
const changes = fc.record(
  {
    namespace: fc.constant('n1'),
    namePrefix: fc.constant('p-'),
    commonLabels: fc.constant({ a: 'b' }),
    labels: fc.oneof(tree, fc.constant([{ pairs: { a: 'b' }, includeSelectors: true }])),
    commonAnnotations: fc.constant({ a: 'b' }),
    images: fc.oneof(tree, fc.constant([{ name: 'web', newTag: '1' }])),
    replicas: fc.constant([{ name: 'web', count: 1 }]),
    patches: fc.array(
      fc.record({
        target: fc.oneof(tree, fc.constant({ name: 'web' })),
        patch: fc.oneof(tree, fc.array(tree), object).map((value) => JSON.stringify(value)),
      }),
      { maxLength: 2 },
    ),
    configMapGenerator: tree,
  },
  { requiredKeys: [] },
);

test('any objects and any changes give problems, never an exception', () => {
  fc.assert(
    fc.property(changes, fc.array(object, { maxLength: 3 }), (kustomization, objects) => {
      const { problems } = build({
        'app/kustomization.yaml': JSON.stringify({ ...kustomization, resources: ['a.yaml'] }),
        'app/a.yaml': objects.map((value) => JSON.stringify(value)).join('\n---\n'),
      });
      expect(problems.every(({ message }) => message !== '')).toBe(true);
    }),
    { numRuns: 400 },
  );
});
