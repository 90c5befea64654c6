import { expect, test } from 'vitest';
import { exampleApplication } from '../../checks/example-files.ts';
import { type Files, repository } from '../../testing/repository.ts';

async function found(objects: readonly string[], more: Files = {}): Promise<readonly string[]> {
  const { diagnostics } = await repository({
    'config/spokes/green.yaml': exampleApplication('{team: checkout, namespace: checkout, base: own}'),
    'spokes/bases/own/kustomization.yaml': 'resources: [all.yaml]\n',
    'spokes/bases/own/all.yaml': objects.join('---\n'),
    ...more,
  }).compile();
  return diagnostics.map(({ code, severity, message }) => `${severity}[${code}]: ${message}`);
}

const safe = { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
const tight = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };

function deployment(container: object = {}, pod: object = {}, name = 'web'): string {
  const containers = [{ name: 'web', image: 'example.com/web:1', securityContext: tight, ...container }];
  const spec = { securityContext: safe, containers, ...pod };
  const template = { metadata: { labels: { app: name } }, spec };
  const selector = { matchLabels: { app: name } };
  return `${JSON.stringify({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name }, spec: { selector, template } })}\n`;
}

const team = (label: string): Files => ({
  'config/teams/checkout.yaml': `accounts: [main]\nquota: {}\nnamespaces: {checkout: {labels: {pod-security.kubernetes.io/enforce: ${label}}}}\n`,
});

test('what a namespace refuses of a pod is an error where it is asked for, a warning where it is unset', async () => {
  expect(await found([deployment()])).toEqual([]);
  expect(await found([deployment({ securityContext: { ...tight, privileged: true } })])).toEqual([
    'error[applications/pod-security]: Deployment "web" has `privileged: true`, which its namespace refuses: it enforces "restricted".',
  ]);
  const host = { hostNetwork: true, volumes: [{ name: 'x', hostPath: { path: '/' } }] };
  expect(await found([deployment({}, host)])).toEqual([
    'error[applications/pod-security]: Deployment "web" has `hostNetwork: true`, `hostPath volume`, which its namespace refuses: it enforces "restricted".',
  ]);
  expect(await found([deployment({ securityContext: {} })])).toEqual([
    'warning[applications/pod-security-unset]: Deployment "web" lacks `allowPrivilegeEscalation: false`, `capabilities: {drop: [ALL]}`, without which its namespace takes no pod: it enforces "restricted".',
  ]);
});

test('the level is what the file of the team says', async () => {
  expect(await found([deployment({ securityContext: {} })], team('baseline'))).toEqual([]);
  const privileged = [deployment({ securityContext: { privileged: true } })];
  expect(await found(privileged, team('baseline'))).toEqual([
    'error[applications/pod-security]: Deployment "web" has `privileged: true`, which its namespace refuses: it enforces "baseline".',
  ]);
  expect(await found(privileged, team('privileged'))).toEqual([]);
});

test('an image that is another one tomorrow is told', async () => {
  expect(await found([deployment({ image: 'example.com/web:latest' })])).toEqual([
    'warning[applications/latest-image]: Deployment "web" runs "example.com/web:latest", which is another image from one day to the next.',
  ]);
  expect(await found([deployment({ image: 'example.com/latest:1' })])).toEqual([]);
});

const scaler = (name: string) =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: ${name}}}\n`;
const service = (app: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: ${app}}, ports: [{port: 80}]}\n`;

test('an autoscaler without its workload and a Service without pods are told', async () => {
  expect(await found([deployment(), scaler('wbe'), service('web')])).toEqual([
    'warning[applications/no-target]: HorizontalPodAutoscaler "web" scales Deployment "wbe", which the application does not have.',
  ]);
  expect(await found([deployment(), scaler('web'), service('wbe')])).toEqual([
    'warning[applications/no-target]: Service "web" selects "app: wbe", which no pod of the application has.',
  ]);
  expect(await found([deployment(), scaler('web'), service('web')])).toEqual([]);
});

test('where others may make the pods, nothing is said of a Service', async () => {
  const cluster = 'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata: {name: db}\n';
  expect(await found([deployment(), service('db'), cluster])).toEqual([]);
  expect(await found([service('db')])).toEqual([]);
});
