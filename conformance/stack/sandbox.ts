import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conditionsOf, type KubeObject, kinds, nameOf, textAt } from './kube-objects.ts';
import { objectsIn, publishLocally } from './localise.ts';
import type { Stack } from './stack.ts';

type Print = (line: string) => void;

const lineMs = 5000;
const cluster = { apiVersion: 'kro.run/v1alpha1', kind: 'EKSCluster' };

function stateOf(application: KubeObject): string {
  const state = `${textAt(application, 'status.sync.status') || '-'} ${textAt(application, 'status.health.status') || '-'}`;
  const message = textAt(application, 'status.operationState.message');
  const said = conditionsOf(application).map((condition) => condition.message ?? '');
  return [state, textAt(application, 'status.operationState.phase') === 'Succeeded' ? '' : message, ...said]
    .join('  ')
    .trim();
}

/** Applications below the ones that made them, and the instances of the graphs below theirs. */
function treeOf(applications: readonly KubeObject[], clusters: readonly KubeObject[], root: string): readonly string[] {
  const lines: string[] = [];
  const byName = new Map(applications.map((application) => [application.metadata.name, application]));
  const parentOf = (application: KubeObject) => {
    const spoke = application.metadata.labels?.['wheelwright.dev/spoke'];
    const { name } = application.metadata;
    if (name === root) return undefined;
    return spoke === undefined ? root : name === `spoke-${spoke}` ? 'fleet' : `spoke-${spoke}`;
  };
  const add = (name: string, depth: number) => {
    const application = byName.get(name);
    if (!application) return;
    lines.push(`${'  '.repeat(depth)}${name}  ${stateOf(application)}`);
    for (const instance of clusters) {
      if (name !== `${instance.metadata.name}-infrastructure`) continue;
      lines.push(`${'  '.repeat(depth + 1)}${nameOf(instance)}  ${textAt(instance, 'status.state')}`);
    }
    for (const child of applications) if (parentOf(child) === name) add(child.metadata.name, depth + 1);
  };
  add(root, 0);
  return lines;
}

/** The hub of a repository with the most clusters, whose root Application is what Terraform would apply. */
function rootOf(repositoryRoot: string): KubeObject {
  const hubs = join(repositoryRoot, 'out/hubs');
  const [hub] = readdirSync(hubs)
    .map((name) => ({ name, spokes: readdirSync(join(hubs, name, 'spokes')).length }))
    .sort((a, b) => b.spokes - a.spokes);
  if (!hub) throw new Error(`there is no hub in ${hubs}`);
  const [root] = objectsIn(readFileSync(join(hubs, hub.name, 'bootstrap/hub-bootstrap.yaml'), 'utf8'));
  if (!root) throw new Error(`the bootstrap file of ${hub.name} is empty`);
  return root;
}

/** Brings a fleet up and prints its tree whenever it changes, for ever. */
export async function runSandbox(stack: Stack, repositoryRoot: string, print: Print): Promise<never> {
  const root = rootOf(repositoryRoot);
  const hub = root.metadata.name;
  const platform = textAt(root, 'spec.source.repoURL');
  const objects = publishLocally(stack, repositoryRoot, platform);
  print(`hub ${hub}: ${stack.hub.server}`);
  for (const name of readdirSync(join(repositoryRoot, 'out/hubs', hub, 'spokes'))) {
    const spoke = await stack.addSpoke(name);
    print(`spoke ${name}: ${spoke.kube.server}`);
  }
  print(`Git: ${stack.git('platform').url}, edited in ${stack.git('platform').folder}`);
  print('elsewhere: node conformance/run.mjs enter kubectl get applications -A');
  const bootstrap = objects.find(({ kind, metadata }) => kind === 'Application' && metadata.name === hub);
  if (!bootstrap) throw new Error(`the tree has no Application ${hub}`);
  await stack.hub.apply(bootstrap);
  let last = '';
  for (;;) {
    const tree = treeOf(await stack.hub.list(kinds.application), await stack.hub.list(cluster), hub).join('\n');
    if (tree !== last) print(`\n${new Date().toISOString().slice(11, 19)}\n${tree}`);
    last = tree;
    await new Promise((resolve) => setTimeout(resolve, lineMs));
  }
}
