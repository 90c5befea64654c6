import { expect, test } from 'vitest';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { checkDocuments } from '../../kro/check-documents.ts';
import { exampleGraph } from '../../kro/rules/example-graph.ts';

const codes = (path: string, text: string) =>
  checkDocuments([{ path, text }], vendoredKinds()).diagnostics.map(({ code }) => code);
const graph = exampleGraph({});

test('templates of charts are passed over with a word, whether or not they are YAML', () => {
  const named = graph.replace('metadata: {name: example}', 'metadata:\n  name: {{ .Release.Name }}-graph');
  expect(codes('hub/chart/templates/graph.yaml', named)).toEqual(['kro/helm-template']);
  expect(codes('hub/graph.yaml', `{{- if .Values.on }}\n${graph}{{- end }}\n`)).toEqual(['kro/helm-template']);
  expect(codes('hub/graph.yaml', graph.replace('{name: example}', '{name: "{{ .Values.name }}"}'))).toEqual([
    'kro/helm-template',
  ]);
  expect(codes('hub/deployment.yaml', 'kind: Deployment\nspec:\n  {{- toYaml .Values.spec | nindent 2 }}\n')).toEqual([
    'kro/helm-template',
  ]);
});

test('braces of others are no chart', () => {
  expect(codes('hub/graph.yaml', graph)).toEqual([]);
  const rule = 'apiVersion: v1\nkind: ConfigMap\ndata: {summary: "{{ $labels.pod }} in {{ .namespace }}"}\n';
  expect(codes('hub/rules.yaml', `${graph}---\n${rule}`)).toEqual([]);
});
