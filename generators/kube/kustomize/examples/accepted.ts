import { base, type Files, on, small } from './files.ts';

/** What kustomize accepts, by what it is about. The folder is `app`. */
export const accepted: Readonly<Record<string, Files>> = {
  'a base as it is': on(''),
  'a namespace': on('namespace: payments\n'),
  'a prefix and a suffix': on('namePrefix: a-\nnameSuffix: -b\n'),
  'a namespace and a prefix': on('namespace: payments\nnamePrefix: ledger-\n'),
  'prefixes in two layers': {
    ...base,
    'middle/kustomization.yaml': 'resources: [../base]\nnamePrefix: middle-\nnamespace: one\n',
    'app/kustomization.yaml': 'resources: [../middle]\nnamePrefix: app-\nnamespace: two\n',
  },
  'the same base twice under two prefixes': {
    ...base,
    'one/kustomization.yaml': 'resources: [web.yaml, service.yaml]\nnamePrefix: one-\n',
    'one/web.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n',
    'one/service.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a, image: b, envFrom: [{configMapRef: {name: c}}]}]}\n',
    'two/kustomization.yaml': 'resources: [web.yaml, service.yaml]\nnamePrefix: two-\n',
    'two/web.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n',
    'two/service.yaml':
      'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: a, image: b, envFrom: [{configMapRef: {name: c}}]}]}\n',
    'app/kustomization.yaml': 'resources: [../one, ../two]\nnamePrefix: all-\n',
  },
  'labels of metadata': on('labels: [{pairs: {team: a}}]\n'),
  'labels of templates': on('labels: [{pairs: {team: a}, includeTemplates: true}]\n'),
  'labels of selectors': on('labels: [{pairs: {team: a, app: other}, includeSelectors: true}]\n'),
  'common labels and annotations': on('commonLabels: {team: a}\ncommonAnnotations: {note: "1"}\n'),
  'images by tag, digest, name and pattern': on(`
images:
  - {name: web, newTag: v2}
  - {name: 'registry.example.com:5000/web', newName: other.example.com/web, digest: 'sha256:1111111111111111111111111111111111111111111111111111111111111111'}
  - {name: db, newName: 'postgres'}
  - {name: proxy, newName: proxy2, newTag: '4', digest: 'sha256:2222222222222222222222222222222222222222222222222222222222222222'}
`),
  replicas: on('namePrefix: a-\nreplicas: [{name: web, count: 4}, {name: db, count: 0}]\n'),
  'a strategic merge patch': on(
    `
namePrefix: a-
patches:
  - path: patch.yaml
`,
    {
      'app/patch.yaml': `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, annotations: {new: "yes"}}
spec:
  replicas: null
  template:
    spec:
      imagePullSecrets: [{name: second}]
      initContainers: [{name: migrate, $patch: delete}]
      containers:
        - {name: extra, image: extra}
        - name: web
          args: [one, two]
          ports: [{containerPort: 8080, name: http}, {containerPort: 7070}]
          env: [{name: A, value: changed}, {name: B, value: b}]
          volumeMounts: [{mountPath: /tmp, name: tmp}]
          resources: {limits: {memory: 1Gi}}
        - {name: proxy, args: null}
      tolerations: [{key: a, operator: Exists}]
      volumes: [{name: tmp, emptyDir: {}}, {name: data, $patch: delete}]
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{port: 443, protocol: TCP}, {port: 80, protocol: TCP, name: http}]}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec: {tls: [], rules: [{host: b.example.com}]}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {$patch: replace, only: this}
`,
    },
  ),
  'a strategic merge patch of everything of a kind': on(`
patches:
  - target: {kind: Deployment|StatefulSet, name: w.*|db}
    patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: ignored}
      spec: {template: {spec: {priorityClassName: high}}}
`),
  'a patch that deletes objects': on(`
patches:
  - target: {kind: Secret|Ingress}
    patch: '{apiVersion: v1, kind: Secret, metadata: {name: pull}, $patch: delete}'
`),
  'JSON patches': on(`
patches:
  - target: {kind: Deployment, name: web}
    patch: |-
      - {op: add, path: /spec/template/spec/containers/0/env/-, value: {name: C, value: c}}
      - {op: replace, path: /spec/replicas, value: 7}
      - {op: replace, path: /spec/paused, value: true}
      - {op: remove, path: /spec/template/spec/containers/1}
  - target: {group: networking.k8s.io, version: v1, kind: Ingress}
    patch: '[{"op": "add", "path": "/metadata/annotations", "value": {"a/b": "c"}}]'
`),
  'a component that adds and patches': on('namePrefix: a-\ncomponents: [../component]\n', {
    'component/kustomization.yaml': `
apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources: [extra.yaml]
patches:
  - target: {kind: Deployment}
    patch: '[{"op": "remove", "path": "/spec/replicas"}]'
`,
    'component/extra.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: extra}\n',
  }),
  'generated ConfigMaps': on(
    `
namePrefix: a-
namespace: space
generatorOptions: {labels: {generated: "true"}}
configMapGenerator:
  - name: from-files
    files: [one.txt, second=one.txt]
    literals: [a=1, 'b="two words"', c=x=y, 'd=<&>']
    envs: [more.env]
  - {name: empty}
  - {name: plain, literals: [a=1], options: {disableNameSuffixHash: true, immutable: true, annotations: {a: b}}}
patches:
  - patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec: {template: {spec: {volumes: [{name: f, configMap: {name: from-files}}, {name: p, configMap: {name: plain}}]}}}
`,
    {
      'app/one.txt': 'first\nsecond line\u2028\n\ttab "quoted" é\n',
      'app/more.env': '# comment\nX=1\n\n  Y=two=2\r\nZ=\n',
    },
  ),
  'a file with anchors and several documents': small('resources: [a.yaml]\n', {
    'app/a.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: &d {a: b}\n---\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\ndata: {c: d}\n',
  }),
  'scalars as its readers take them': small(
    `
resources: [a.yaml]
patches:
  - target: {kind: ConfigMap}
    patch: |-
      - {op: add, path: /data/operation, value: no}
  - patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {merged: no}}'
`,
    {
      'app/a.yaml': `
apiVersion: v1
kind: ConfigMap
metadata: {name: a}
data: {a: no, b: y, c: On, d: 0644, e: 0o17, f: 1_000, g: 12:30, h: 2001-01-01, i: .5, j: ~, k: "yes", l: 1e3, y: -0b11, m: 0x1F, n: 09}
`,
    },
  ),
};
