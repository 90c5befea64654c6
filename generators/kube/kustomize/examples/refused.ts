import { type Files, small } from './files.ts';

interface Refused {
  readonly files: Files;
  readonly message: string;
  /** The text that the place covers. */
  readonly at: string;
}

/** What kustomize refuses, with what we say of it. */
export const refused: Readonly<Record<string, Refused>> = {
  'an unknown field': {
    files: small('resource: [config.yaml]\n'),
    message: 'kustomize knows no field `resource`. Did you mean "resources"?',
    at: 'resource',
  },
  'a value of another type': {
    files: small('resources: config.yaml\n'),
    message: '`resources` must be a list.',
    at: 'config.yaml',
  },
  'a word that YAML 1.1 takes for a truth value': {
    files: small('resources: [config.yaml]\nnamespace: n\n'),
    message: '`namespace` must be a string.',
    at: 'n',
  },
  'a missing file': {
    files: small('resources: [config.yaml, missing.yaml]\n'),
    message: 'There is neither a file nor a folder with a kustomization at "missing.yaml".',
    at: 'missing.yaml',
  },
  'a file outside of the folder': {
    files: small('resources: [../other.yaml]\n', {
      'other.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n',
    }),
    message: '"../other.yaml" is a file outside of the kustomization\'s own folder, which kustomize does not read.',
    at: '../other.yaml',
  },
  'an object twice': {
    files: small('resources: [config.yaml, again.yaml]\n', {
      'app/again.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config}\n',
    }),
    message: 'There is a second ConfigMap "config".',
    at: 'again.yaml',
  },
  'a file that holds no object': {
    files: small('resources: [config.yaml]\n', { 'app/config.yaml': 'a: b\n' }),
    message: 'This is no Kubernetes object: it has no `apiVersion`.',
    at: 'a: b\n',
  },
  'a component as a resource': {
    files: small('resources: [../c]\n', {
      'c/kustomization.yaml': 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamePrefix: a-\n',
    }),
    message: 'A component cannot be a resource; it is listed in `components`.',
    at: 'Component',
  },
  'a base as a component': {
    files: small('resources: [config.yaml]\ncomponents: [../c]\n', {
      'c/kustomization.yaml': 'kind: Kustomization\nnamePrefix: a-\n',
    }),
    message: 'A component has `kind: Component`.',
    at: 'Kustomization',
  },
  'a folder that includes itself': {
    files: small('resources: [../b]\n', { 'b/kustomization.yaml': 'resources: [../app]\n' }),
    message: '"../app" leads back to a folder that includes this one.',
    at: '../app',
  },
  'replicas of what is not there': {
    files: small('resources: [config.yaml]\nreplicas: [{name: config, count: 1}]\n'),
    message: 'There is no workload "config" whose replicas could be set.',
    at: '{name: config, count: 1}',
  },
  'a patch of what is not there': {
    files: small(
      "resources: [config.yaml]\npatches: [{patch: '{apiVersion: v1, kind: Secret, metadata: {name: s}}'}]\n",
    ),
    message: 'The patch does not apply: there is no Secret "s".',
    at: "{patch: '{apiVersion: v1, kind: Secret, metadata: {name: s}}'}",
  },
  'a JSON patch that leads nowhere': {
    files: small(
      "resources: [config.yaml]\npatches: [{target: {kind: ConfigMap}, patch: '- {op: remove, path: /data/z}'}]\n",
    ),
    message: 'The patch does not apply: ConfigMap "config": there is no "z" at "/data".',
    at: "{target: {kind: ConfigMap}, patch: '- {op: remove, path: /data/z}'}",
  },
  'a JSON patch that is neither JSON nor YAML in block style': {
    files: small(
      "resources: [config.yaml]\npatches: [{target: {kind: ConfigMap}, patch: '[{op: add, path: /data/z, value: a}]'}]\n",
    ),
    message: 'The patch does not apply: a JSON patch that begins with "[" must be JSON.',
    at: "{target: {kind: ConfigMap}, patch: '[{op: add, path: /data/z, value: a}]'}",
  },
  'a ConfigMap of a missing file': {
    files: small('configMapGenerator: [{name: c, files: [none.txt]}]\n'),
    message: 'ConfigMap "c": there is no file "none.txt".',
    at: '[none.txt]',
  },
  'a key that is given twice': {
    files: small('configMapGenerator: [{name: c, literals: [a=1, a=2]}]\n'),
    message: 'ConfigMap "c": the key "a" is given twice.',
    at: '[a=1, a=2]',
  },
  'a chart': {
    files: small('resources: [config.yaml]\nhelmCharts: [{name: a, repo: "https://example.com"}]\n'),
    message: '`helmCharts` needs --enable-helm, which Argo CD does not pass to kustomize.',
    at: 'helmCharts',
  },
  'YAML that does not parse': {
    files: small('resources: [config.yaml\n'),
    message:
      'This is not YAML that kustomize reads: Flow sequence in block collection must be sufficiently indented and end with a ].',
    at: '',
  },
};
