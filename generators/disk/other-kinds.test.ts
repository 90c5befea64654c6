import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDocuments } from '../kro/check-documents.ts';
import { exampleGraph } from '../kro/rules/example-graph.ts';
import { vendoredKinds } from './vendored-kinds.ts';

const folder = new URL('../../schemas/kubernetes/', import.meta.url);
const kinds = vendoredKinds();

/** What is said of a graph that makes this object. */
function judge(apiVersion: string, kind: string, fields: object): readonly string[] {
  const template = { apiVersion, kind, metadata: { name: '${schema.spec.name}' }, ...fields };
  const text = exampleGraph({ resources: `- id: made\n  template: ${JSON.stringify(template)}` });
  return checkDocuments([{ path: 'a.yaml', text }], kinds).diagnostics.map(({ code }) => code);
}

const podTemplate = {
  metadata: { labels: { app: 'a' } },
  spec: { containers: [{ name: 'a', image: 'registry.example.com/a:1' }] },
};

/** An object of each project: what an API server takes, and a field of its spec, misspelt. */
const objects: readonly (readonly [string, string, Readonly<Record<string, unknown>>, string])[] = [
  [
    'external-secrets.io/v1',
    'ExternalSecret',
    { secretStoreRef: { name: 'a', kind: 'SecretStore' }, data: [{ secretKey: 'a', remoteRef: { key: 'b' } }] },
    'secretStorRef',
  ],
  ['generators.external-secrets.io/v1alpha1', 'ECRAuthorizationToken', { region: 'us-west-2' }, 'regoin'],
  [
    'cert-manager.io/v1',
    'Certificate',
    { secretName: 'a', issuerRef: { name: 'a' }, dnsNames: ['a.example.com'] },
    'dnsName',
  ],
  ['acme.cert-manager.io/v1', 'Order', { request: 'YQ==', issuerRef: { name: 'a' } }, 'requst'],
  [
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    { parentRefs: [{ name: 'a' }], rules: [{ backendRefs: [{ name: 'web', port: 80 }] }] },
    'parentRef',
  ],
  [
    'karpenter.sh/v1',
    'NodePool',
    {
      template: {
        spec: {
          nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'a' },
          requirements: [{ key: 'kubernetes.io/arch', operator: 'In', values: ['arm64'] }],
        },
      },
    },
    'limit',
  ],
  [
    'karpenter.k8s.aws/v1',
    'EC2NodeClass',
    {
      role: 'nodes',
      amiSelectorTerms: [{ alias: 'al2023@v20260101' }],
      subnetSelectorTerms: [{ id: 'subnet-0123456789abcdef0' }],
      securityGroupSelectorTerms: [{ id: 'sg-0123456789abcdef0' }],
    },
    'roll',
  ],
  [
    'keda.sh/v1alpha1',
    'ScaledObject',
    { scaleTargetRef: { name: 'web' }, triggers: [{ type: 'cpu', metadata: { value: '80' } }] },
    'triggrs',
  ],
  [
    'argoproj.io/v1alpha1',
    'Rollout',
    {
      selector: { matchLabels: { app: 'a' } },
      template: podTemplate,
      strategy: { canary: { steps: [{ setWeight: 20 }] } },
    },
    'strategi',
  ],
  [
    'argoproj.io/v1alpha1',
    'Workflow',
    { entrypoint: 'a', templates: [{ name: 'a', container: { image: 'registry.example.com/a:1' } }] },
    'entrypiont',
  ],
  [
    'helm.toolkit.fluxcd.io/v2',
    'HelmRelease',
    { interval: '10m', chart: { spec: { chart: 'a', sourceRef: { kind: 'HelmRepository', name: 'a' } } } },
    'intervall',
  ],
  [
    'kustomize.toolkit.fluxcd.io/v1',
    'Kustomization',
    { interval: '10m', prune: true, sourceRef: { kind: 'GitRepository', name: 'a' } },
    'prun',
  ],
  ['source.toolkit.fluxcd.io/v1', 'GitRepository', { interval: '1m', url: 'https://git.example.com/a' }, 'uri'],
  [
    'monitoring.coreos.com/v1',
    'ServiceMonitor',
    { selector: { matchLabels: { app: 'a' } }, endpoints: [{ port: 'http' }] },
    'endpoint',
  ],
  ['services.k8s.aws/v1alpha1', 'IAMRoleSelector', { arn: 'arn:aws:iam::111111111111:role/a' }, 'am'],
  [
    'services.k8s.aws/v1alpha1',
    'FieldExport',
    {
      from: { path: '.status.a', resource: { group: 'a', kind: 'B', name: 'c' } },
      to: { kind: 'configmap', name: 'a' },
    },
    'form',
  ],
];

describe('kinds of other projects', () => {
  test.each(objects)('%s %s may be made, and a misspelt field is told', (apiVersion, kind, spec, misspelt) => {
    expect(judge(apiVersion, kind, { spec })).toEqual([]);
    expect(judge(apiVersion, kind, { spec: { ...spec, [misspelt]: 'a' } })).toEqual(['kro/unknown-field']);
  });

  test('a kind that nobody has is still unknown', () => {
    expect(judge('cert-manager.io/v1', 'Certificat', { spec: {} })).toEqual(['kro/unknown-kind']);
    expect(judge('external-secrets.io/v1beta1', 'ExternalSecret', { spec: {} })).toEqual(['kro/unknown-kind']);
    expect(judge('notification.toolkit.fluxcd.io/v1', 'Receiver', { spec: {} })).toEqual(['kro/unknown-kind']);
  });

  const files = readdirSync(new URL('others/', folder), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  );

  test('each is listed once, can be read, and brings no text of its project along', () => {
    const index = JSON.parse(readFileSync(new URL('others.json', folder), 'utf8')) as Record<string, { file: string }>;
    const listed = Object.values(index).map(({ file }) => file);
    expect(listed.toSorted()).toEqual(files.map((file) => `others/${file.replaceAll('\\', '/')}`).toSorted());
    for (const [name, { file }] of Object.entries(index)) {
      const slash = name.lastIndexOf('/');
      expect(kinds.get(name.slice(0, slash), name.slice(slash + 1))).toMatchObject({ schema: { type: 'object' } });
      const text = readFileSync(new URL(file, folder), 'utf8');
      expect([file, /"description":"|x-kubernetes-validations/.test(text)]).toEqual([file, false]);
    }
  });

  test('all of them together are small enough to be shipped', () => {
    const bytes = files.map((file) => readFileSync(new URL(`others/${file}`, folder)).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1024 * 1024);
  });
});
