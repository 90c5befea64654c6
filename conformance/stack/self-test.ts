import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vendoredKinds } from '../../generators/disk/vendored-kinds.ts';
import { checkDocuments } from '../../generators/kro/check-documents.ts';
import { kroClusterRole } from '../../generators/kro/rights/cluster-role.ts';
import { usedKinds } from '../../generators/kro/rights/used-kinds.ts';
import { expect, expectEqual } from './expect.ts';
import { type KubeObject, kinds, textAt } from './kube-objects.ts';
import type { Proof } from './proof.ts';
import type { Stack } from './stack.ts';
import { until } from './until.ts';

const role = 'arn:aws:iam::222222222222:role/acme-argocd';
const inCluster = { server: 'https://kubernetes.default.svc' };

function application(name: string, source: object, destination: object): KubeObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd', finalizers: ['resources-finalizer.argocd.argoproj.io'] },
    spec: {
      project: 'default',
      source,
      destination,
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['ServerSideApply=true', 'CreateNamespace=true'],
        retry: { limit: -1, backoff: { duration: '2s', maxDuration: '5s' } },
      },
    },
  };
}

const isGood = (object: KubeObject) =>
  textAt(object, 'status.sync.status') === 'Synced' && textAt(object, 'status.health.status') === 'Healthy';

/** The Secret that a graph writes when its cluster is ready. */
function registration(name: string, server: string, roleArn: string, cluster: string, caData: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: `cluster-${name}`, namespace: 'argocd', labels: { 'argocd.argoproj.io/secret-type': 'cluster' } },
    stringData: {
      name,
      server,
      config: JSON.stringify({
        awsAuthConfig: { clusterName: cluster, roleARN: roleArn },
        tlsClientConfig: { insecure: false, caData },
      }),
    },
  };
}

const graph = {
  apiVersion: 'kro.run/v1alpha1',
  kind: 'ResourceGraphDefinition',
  metadata: { name: 'greeting' },
  spec: {
    schema: { apiVersion: 'v1alpha1', kind: 'Greeting', spec: { text: 'string' } },
    resources: [
      {
        id: 'everywhere',
        externalRef: { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'everywhere' } },
      },
      {
        id: 'settings',
        template: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: '${schema.metadata.name}' },
          data: { text: '${schema.spec.text}', provisioner: '${everywhere.provisioner}' },
        },
      },
      {
        id: 'policy',
        template: {
          apiVersion: 'networking.k8s.io/v1',
          kind: 'NetworkPolicy',
          metadata: { name: '${settings.metadata.name}' },
          spec: { podSelector: {} },
        },
      },
    ],
  },
};

/** What `lint --rights` prints: without it kro could neither watch what its graph defines nor make what is in it. */
function rightsForGraph(): object {
  const { graphs, kinds } = checkDocuments([{ path: 'graph.yaml', text: JSON.stringify(graph) }], vendoredKinds());
  return kroClusterRole(
    'greetings',
    graphs.flatMap((checked) => (checked.graph === undefined ? [] : usedKinds(checked.graph, kinds))),
  );
}

function writeTree(folder: string): void {
  const files: Record<string, unknown> = {
    'hub/graph.yaml': graph,
    'hub/role.yaml': rightsForGraph(),
    'hub/storage.yaml': {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'everywhere' },
      provisioner: 'example.com/nothing',
    },
    'spoke/kustomization.yaml': { namespace: 'shop', resources: ['workload.yaml'], namePrefix: 'a-' },
    'spoke/workload.yaml': {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web' },
      spec: {
        replicas: 2,
        selector: { matchLabels: { app: 'web' } },
        template: {
          metadata: { labels: { app: 'web' } },
          spec: { containers: [{ name: 'web', image: 'example.com/web:1' }] },
        },
      },
    },
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), JSON.stringify(content));
  }
}

async function kroFromItsChart(stack: Stack): Promise<void> {
  const chart = { repoURL: stack.charts.url('kro'), chart: 'kro', targetRevision: '0.9.4' };
  const helm = { releaseName: 'kro', valuesObject: { rbac: { mode: 'aggregation' } } };
  await stack.hub.apply(application('kro', { ...chart, helm }, { ...inCluster, namespace: 'kro-system' }));
  await stack.hub.until({ ...kinds.application, namespace: 'argocd', name: 'kro' }, 'synced and healthy', isGood, 90);
  expect(stack.processes.get('kro').running, 'kro does not run');
}

/** Shows that the stack itself works: each engine does its part once. */
export const selfTest: Proof = {
  name: 'self-test',
  async run(stack, evidence) {
    const { hub } = stack;
    const app = (name: string) => ({ ...kinds.application, namespace: 'argocd', name });
    await kroFromItsChart(stack);
    evidence('kro runs as its own chart says, with the rights of its service account');

    const repository = stack.git('self-test');
    writeTree(repository.folder);
    repository.commit('a graph for the hub, a workload for the spoke');
    const source = (path: string) => ({ repoURL: repository.url, targetRevision: 'refs/heads/main', path });
    await hub.apply(application('self-hub', source('hub'), { ...inCluster, namespace: 'default' }));
    await hub.until(
      { ...kinds.graph, name: 'greeting' },
      'Active',
      (graph) => textAt(graph, 'status.state') === 'Active',
    );
    const greeting = {
      apiVersion: 'kro.run/v1alpha1',
      kind: 'Greeting',
      metadata: { name: 'hello', namespace: 'default' },
    };
    await until('an instance is admitted', () => hub.apply({ ...greeting, spec: { text: 'from Git' } }), {
      seconds: 30,
    });
    const settings = await hub.until({ ...kinds.configMap, namespace: 'default', name: 'hello' }, 'there', () => true);
    expectEqual(settings['data'], { provisioner: 'example.com/nothing', text: 'from Git' }, 'what the graph made');
    const policy = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', namespace: 'default', name: 'hello' };
    await hub.until(policy, 'there', () => true);
    evidence('Argo CD brought a graph from Git, and kro made what its instance says, with the rights that lint prints');

    const unknown = await hub
      .apply({ ...greeting, spec: { txet: 'x' } }, { dryRun: true })
      .catch((error: Error) => error);
    expect(unknown instanceof Error && unknown.message.includes('txet'), 'a misspelt field is admitted');
    evidence(`a misspelt field is refused: ${unknown.message.slice(0, 120)}`);

    const spoke = await stack.addSpoke('self', {
      authorise: async (roleArn) => (roleArn === role ? ['system:masters'] : undefined),
    });
    const register = (roleArn: string, cluster: string) =>
      hub.apply(registration('self', spoke.kube.server, roleArn, cluster, spoke.certificateAuthorityData));
    await register(role, 'another');
    await hub.apply(application('self-spoke', source('spoke'), { name: 'self', namespace: 'shop' }));
    const refused = await until('a token for another cluster is shown', () => spoke.authentications()[0], {
      seconds: 60,
    });
    expect(refused.refusal.includes('SignatureDoesNotMatch'), `it was refused by "${refused.refusal}"`);
    evidence(`a token that was signed for another cluster is refused: ${refused.refusal}`);

    await register(role, spoke.cluster);
    await stack.argocd.refresh();
    await hub.until(app('self-spoke'), 'synced and healthy', isGood, 120);
    const let_in = spoke.authentications().find(({ refusal }) => refusal === '');
    expectEqual(let_in?.roleArn, role, 'who came to the spoke');
    evidence(`Argo CD came to the spoke as ${role} and brought the workload`);

    await hub.delete(app('self-spoke'));
    await hub.gone(app('self-spoke'));
    await spoke.kube.gone({ ...kinds.deployment, namespace: 'shop', name: 'a-web' }, 5);
    evidence('deleting the Application removed the workload from the spoke');
    const first = stack.recorder.first({ kind: 'Greeting', name: 'hello', where: ({ state }) => state === 'ACTIVE' });
    expect(first !== undefined, 'the recorder did not see the instance ACTIVE');
    await hub.delete({ ...greeting, name: 'hello', namespace: 'default' });
    await hub.gone({ ...greeting, name: 'hello', namespace: 'default' });
    await hub.gone(policy, 5);
    const { total, byCommand } = stack.memory();
    evidence(
      `memory: ${total} MiB (${byCommand
        .slice(0, 5)
        .map(({ command, mebibytes }) => `${command} ${mebibytes}`)
        .join(', ')})`,
    );
  },
};
