import { configMap, exampleGraph } from './example-graph.ts';
import type { Rules } from './rule.ts';

const graph = exampleGraph({});

/** What stands in the way of reading a graph at all, and its outer form. */
export const fileRules = {
  'kro/yaml': {
    number: 'F1',
    severity: 'error',
    summary: 'A graph is a YAML document of reasonable size.',
    details: 'It is read as kubectl and Argo CD read it. Only the first document of a file is looked at.',
    good: graph,
    bad: graph.replace('metadata: {name: example}', 'metadata: {name: example'),
  },
  'kro/duplicate-key': {
    number: 'F2',
    severity: 'error',
    summary: 'No key stands twice in a map.',
    details: 'Some readers take the first, some the last, and strict ones refuse the file.',
    good: graph,
    bad: graph.replace('metadata: {name: example}', 'metadata: {name: first, name: example}'),
  },
  'kro/key-not-text': {
    number: 'F6',
    severity: 'warning',
    summary: 'No key is a word that YAML 1.1 reads as true or false.',
    details:
      'These are `on`, `off`, `yes`, `no`, `y` and `n` in several spellings: a field `on` would be called "true".',
    good: exampleGraph({ spec: 'name: string | required=true\n"on": boolean | default=true' }),
    bad: exampleGraph({ spec: 'name: string | required=true\non: boolean | default=true' }),
  },
  'kro/graph-shape': {
    number: 'R2',
    severity: 'error',
    summary: 'A graph fits the schema of ResourceGraphDefinitions.',
    details:
      'The API server checks types, required fields, patterns and lengths before kro sees the graph. The version of a kind is written alone, such as "v1alpha1"; its group has a field of its own.',
    good: graph,
    bad: exampleGraph({ head: 'apiVersion: example.com/v1' }),
  },
  'kro/misspelt-kind': {
    number: 'R0',
    severity: 'error',
    summary: 'The kind of a graph is "ResourceGraphDefinition".',
    details:
      'An object of kro with nearly this kind was meant as a graph, and the API server would refuse it. Before its version 0.2, kro called the kind "ResourceGroup".',
    good: graph,
    bad: graph.replace('kind: ResourceGraphDefinition', 'kind: resourceGraphDefinition'),
  },
  'kro/unknown-graph-field': {
    number: 'F3',
    severity: 'error',
    summary: 'Every field of a graph is one that the API server knows.',
    details: 'It drops others without a word, and `kubectl apply` refuses them: a misspelt field would have no effect.',
    good: exampleGraph({ resources: configMap({ resource: 'includeWhen: ["${schema.spec.name != \\"\\"}"]' }) }),
    bad: exampleGraph({ resources: configMap({ resource: 'includeIf: ["${schema.spec.name != \\"\\"}"]' }) }),
  },
  'kro/helm-template': {
    number: 'F9',
    severity: 'warning',
    summary: 'A file with graphs is no template of a Helm chart.',
    details:
      'Its actions, such as `{{ .Values.name }}`, are no YAML, and what Helm makes of them depends on values: it is passed over. `helm template CHART | wheelwright lint -` checks what comes of it.',
    good: graph,
    bad: graph.replace('metadata: {name: example}', 'metadata:\n  name: {{ .Values.name }}'),
  },
  'kro/graph-namespace': {
    number: 'F4',
    severity: 'warning',
    summary: 'A graph has no namespace.',
    details: 'It belongs to the whole cluster; the API server drops the namespace.',
    good: graph,
    bad: graph.replace('{name: example}', '{name: example, namespace: default}'),
  },
} as const satisfies Rules;
