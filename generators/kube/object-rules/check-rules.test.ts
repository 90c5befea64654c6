import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { vendoredSchemas } from '../../disk/vendored-schemas.ts';
import { checkGraph } from '../../kro/check-graph.ts';
import { exampleGraph, resourceOf } from '../../kro/rules/example-graph.ts';

import { checkManifest } from '../check-manifest.ts';
import { cronProblem } from './cron-problem.ts';

const schemas = vendoredSchemas();

/** What is said of an object, from its YAML; its name is added. */
function saidOf(yaml: string): readonly string[] {
  const object = parse(yaml) as { apiVersion: string; kind: string };
  const kind = schemas.get(object.apiVersion, object.kind);
  if (kind === undefined) throw new Error(`no kind ${object.kind}`);
  const metadata = { name: 'web', ...(kind.scope === 'Namespaced' && { namespace: 'web' }) };
  return checkManifest({ ...object, metadata }, kind).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const pod = (more: string) => `{containers: [{name: web, image: web${more}}]}`;
const deployment = (labels: string, more = '', spec = pod('')) =>
  `{apiVersion: apps/v1, kind: Deployment, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: ${labels}}, spec: ${spec}}${more}}}`;
const job = (restart: string) =>
  `{apiVersion: batch/v1, kind: Job, spec: {template: {spec: {${restart}containers: [{name: web, image: web}]}}}}`;
const service = (spec: string) => `{apiVersion: v1, kind: Service, spec: ${spec}}`;
const scaler = (spec: string) =>
  `{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, ${spec}}}`;
const withPod = (more: string, volumes = '') =>
  deployment('{app: web}', '', `{containers: [{name: web, image: web, ${more}}]${volumes}}`);
const budget = (spec: string) =>
  `{apiVersion: policy/v1, kind: PodDisruptionBudget, spec: {selector: {matchLabels: {app: web}}, ${spec}}}`;
const claim = (spec: string) => `{apiVersion: v1, kind: PersistentVolumeClaim, spec: ${spec}}`;
const ingress = (path: string) =>
  `{apiVersion: networking.k8s.io/v1, kind: Ingress, spec: {rules: [{http: {paths: [{path: ${path}, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}}]}}`;

describe('what the API server refuses in objects of its own kinds', () => {
  test.each([
    ['labels that are not selected', deployment('{app: wep}'), 'asks for "web" in the label "app"'],
    ['no such label', deployment('{ap: web}'), 'asks for the label "app"'],
    ['an empty selector', deployment('{}').replace('{matchLabels: {app: web}}', '{}'), 'An empty selector'],
    ['a strategy', deployment('{app: web}', ', strategy: {type: Recreate, rollingUpdate: {}}'), '"Recreate"'],
    [
      'a restart policy',
      deployment('{app: web}', '', '{restartPolicy: Never, containers: [{name: web, image: web}]}'),
      '"Never" is not for',
    ],
    ['a Job without one', job(''), 'need a "restartPolicy": "OnFailure" or "Never"'],
    ['a Job with another', job('restartPolicy: Always, '), '"Always" is not for the pods of a Job'],
    [
      'a mount',
      withPod('volumeMounts: [{name: dat, mountPath: /a}]', ', volumes: [{name: data, emptyDir: {}}]'),
      '"dat"',
    ],
    ['a mount without volumes', withPod('volumeMounts: [{name: data, mountPath: /a}]'), 'no volume "data"'],
    [
      'two sources',
      withPod('ports: []', ', volumes: [{name: data, emptyDir: {}, hostPath: {path: /a}}]'),
      'one source',
    ],
    ['two handlers', withPod('livenessProbe: {exec: {command: [a]}, tcpSocket: {port: 80}}'), '"exec", "tcpSocket".'],
    ['no handler', withPod('readinessProbe: {periodSeconds: 3}'), 'there is none'],
    ['two hooks', withPod('lifecycle: {preStop: {exec: {command: [a]}, sleep: {seconds: 3}}}'), '"exec", "sleep".'],
    [
      'two values',
      withPod('env: [{name: A, value: a, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]'),
      'has both',
    ],
    ['no ports', service('{selector: {app: web}}'), 'A service needs "ports"'],
    ['no ports in a list', service('{ports: []}'), 'A service needs "ports"'],
    ['ports without names', service('{ports: [{port: 80, name: a}, {port: 81}]}'), 'each needs a "name"'],
    ['a port of nodes', service('{ports: [{port: 80, nodePort: 30080}]}'), 'has no "nodePort"'],
    ['no other name', service('{type: ExternalName}'), 'needs an "externalName"'],
    ['fewer than the least', scaler('minReplicas: 3, maxReplicas: 2'), '2 is less than 3'],
    ['both', budget('minAvailable: 1, maxUnavailable: 1'), 'has both'],
    ['no size', claim('{accessModes: [ReadWriteOnce], resources: {}}'), 'with "storage"'],
    ['a key', '{apiVersion: v1, kind: ConfigMap, data: {a/b: c}}', '"a/b" is not a key'],
    ['an empty key', '{apiVersion: v1, kind: Secret, stringData: {"": c}}', '"" is not a key'],
    ['a path', ingress('web'), '"web" does not begin with "/"'],
    ['no rules', '{apiVersion: networking.k8s.io/v1, kind: Ingress, spec: {}}', '"rules" or a "defaultBackend"'],
    [
      'a service account of nowhere',
      '{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}, subjects: [{kind: ServiceAccount, name: web}]}',
      'The service account "web" needs its "namespace"',
    ],
  ])('%s', (_, yaml, says) => {
    expect(saidOf(yaml)).toEqual([expect.stringContaining(says)]);
  });

  test.each([
    ['labels', deployment('{app: web, tier: front}')],
    ['a Job', job('restartPolicy: Never, ')],
    ['a mount', withPod('volumeMounts: [{name: data, mountPath: /a}]', ', volumes: [{name: data, emptyDir: {}}]')],
    ['a volume by default', withPod('volumeMounts: [{name: data, mountPath: /a}]', ', volumes: [{name: data}]')],
    [
      'a mount of a claim',
      '{apiVersion: apps/v1, kind: StatefulSet, spec: {serviceName: web, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web, volumeMounts: [{name: data, mountPath: /a}]}]}}, volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]}}',
    ],
    ['a probe', withPod('livenessProbe: {grpc: {port: 80}}')],
    ['an empty value', withPod('env: [{name: A, value: "", valueFrom: {fieldRef: {fieldPath: metadata.name}}}]')],
    ['no ports, no address', service('{clusterIP: None}')],
    ['another name', service('{type: ExternalName, externalName: example.com}')],
    ['one port', service('{ports: [{port: 80}]}')],
    ['a port of nodes', service('{type: NodePort, ports: [{port: 80, nodePort: 30080}]}')],
    ['as many', scaler('minReplicas: 2, maxReplicas: 2')],
    ['one by default', scaler('maxReplicas: 1')],
    ['one of both', budget('minAvailable: 1')],
    ['a claim', claim('{accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}')],
    ['keys', '{apiVersion: v1, kind: ConfigMap, data: {a.b-C_d: c, .a: b}}'],
    ['a path', ingress('/web')],
  ])('%s is fine', (_, yaml) => {
    expect(saidOf(yaml)).toEqual([]);
  });
});

test.each([
  ['*/5 * * * *', true],
  ['0 2 * * mon-fri', true],
  ['0 2 1,15 jan ?', true],
  ['5/15 * * * *', true],
  ['@daily', true],
  ['@every 1h30m', true],
  ['0 2 * * 7', false],
  ['60 * * * *', false],
  ['0 2 * *', false],
  ['0 0 2 * * *', false],
  ['5-1 * * * *', false],
  ['*/0 * * * *', false],
  ['@reboot', false],
  ['TZ=UTC 0 2 * * *', false],
  ['every day', false],
  ['', false],
])('the schedule "%s" is one: %s', (schedule, fine) => {
  expect(cronProblem(schedule) === undefined).toBe(fine);
});

describe('in a graph, what an expression gives is unknown', () => {
  const said = (object: string) => {
    const text = exampleGraph({
      spec: 'name: string | required=true\nlabels: "map[string]string | required=true"\ncount: integer | required=true',
      resources: resourceOf('made', `metadata: {name: "\${schema.spec.name}"}\n${object}`),
    });
    const { diagnostics } = checkGraph({ source: { path: 'graph.yaml', text } }, vendoredKinds());
    return diagnostics.map(({ code, message }) => `${code} ${message}`);
  };
  const web = (labels: string, selected: string) =>
    `apiVersion: apps/v1\nkind: Deployment\nspec:\n  selector: {matchLabels: {app: "${selected}"}}\n  template: {metadata: {labels: ${labels}}, spec: ${pod('')}}`;

  test.each([
    ['the same expression', web('{app: "${schema.spec.name}"}', '${schema.spec.name}'), 0],
    ['an expression and a text', web('{app: "${schema.spec.name}"}', 'web'), 0],
    ['labels of an expression', web('"${schema.spec.labels}"', 'web'), 0],
    ['another text', web('{app: wep}', 'web'), 1],
    ['no such label', web('{ap: "${schema.spec.name}"}', '${schema.spec.name}'), 1],
  ])('%s', (_, object, count) => {
    expect(said(object)).toEqual(Array(count).fill(expect.stringContaining('kro/invalid-object Resource "made" at ')));
  });

  test('a schedule', () => {
    const cron = (schedule: string) =>
      `apiVersion: batch/v1\nkind: CronJob\nspec: {schedule: "${schedule}", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: web, image: web}]}}}}}`;
    expect(said(cron('0 ${string(schema.spec.count)} * * *'))).toEqual([]);
    expect(said(cron('0 25 * * *'))).toEqual([expect.stringContaining('"25" is no hour of a schedule')]);
  });
});
