import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { generateApplications } from '../../generators/delivery/argocd/generate-applications.ts';
import { canonicalJson } from '../../generators/util/canonical-json.ts';
import type { Application } from '../../schemas/types/argoproj.io/Application.ts';
import type { ApplicationSet } from '../../schemas/types/argoproj.io/ApplicationSet.ts';
import { expect, expectEqual } from '../stack/expect.ts';
import type { GitRepository } from '../stack/git-server.ts';
import { conditionOf, type Fields, type KubeObject, kinds, refOf, textAt } from '../stack/kube-objects.ts';
import { objectsIn } from '../stack/localise.ts';
import type { Evidence, Proof } from '../stack/proof.ts';
import type { Stack } from '../stack/stack.ts';
import { type Fleet, openFleet, repositoryRoot } from '../stack/start-fleet.ts';
import { until } from '../stack/until.ts';

const argocd = { namespace: 'argocd' };
const seconds = 120;

const parent = (spoke: string) => ({ ...kinds.application, ...argocd, name: `spoke-${spoke}` });
const set = (name: string) => ({ ...kinds.applicationSet, ...argocd, name });

/** Every file below a folder, by its path from there. */
function filesBelow(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

function setOf(files: ReadonlyMap<string, string>, hub: string): KubeObject {
  const text = [...files].filter(([path]) => path.startsWith(`out/hubs/${hub}/fleet/`)).map(([, content]) => content);
  const found = text.flatMap(objectsIn).find(({ kind }) => kind === kinds.applicationSet.kind);
  if (!found) throw new Error(`out/ has no ApplicationSet for ${hub}`);
  return found;
}

/** What the compiler writes of an Application; the rest is the controller's. */
const written = ({ metadata: { name, labels, annotations, finalizers }, spec }: KubeObject | Application) =>
  canonicalJson({ name, labels: labels ?? {}, annotations: annotations ?? {}, finalizers, spec });

async function generatedBy({ hub }: Stack, name: string): Promise<readonly KubeObject[]> {
  const owned = ({ metadata }: KubeObject) =>
    (metadata.ownerReferences ?? []).some(
      (owner: Fields) => owner['kind'] === 'ApplicationSet' && owner['name'] === name,
    );
  return (await hub.list(kinds.application, argocd)).filter(owned);
}

/** Waits until the controller has made as many as are predicted, and holds each against its prediction. */
async function expectPredicted(stack: Stack, object: KubeObject, files: ReadonlyMap<string, string>): Promise<number> {
  const { applications, problems } = generateApplications(object as unknown as ApplicationSet, files);
  expectEqual(problems, [], `what the compiler says of ${object.metadata.name}`);
  expect(applications.length > 0, `${object.metadata.name} makes nothing`);
  const made = await until(
    `${applications.length} Applications of ${object.metadata.name}`,
    async () => {
      const found = await generatedBy(stack, object.metadata.name);
      return found.length >= applications.length && found;
    },
    { seconds, stuck: async () => JSON.stringify((await stack.hub.get(set(object.metadata.name)))?.status) },
  );
  expectEqual(made.map(written).sort(), applications.map(written).sort(), `Applications of ${object.metadata.name}`);
  return applications.length;
}

/** The ApplicationSets of the example fleet, both hubs, beside that of this one; nobody syncs what they make. */
async function exampleFleet(stack: Stack, evidence: Evidence): Promise<void> {
  const { hub, processes } = stack;
  const repository = stack.git('example');
  const files = filesBelow(join(repositoryRoot, 'out'));
  for (const [path, content] of files) {
    if (path.includes('/fleet-parameters/')) repository.write(join('out', path), content);
  }
  repository.commit('parameters of the example fleet');
  const published = new Map([...files].map(([path, content]) => [join('out', path), content]));
  const controller = processes.get('argocd-application-controller');
  await controller.stop();
  const hubs = readdirSync(join(repositoryRoot, 'out/hubs'));
  expect(hubs.length > 1, 'the example fleet has one hub');
  for (const name of hubs) {
    const object = setOf(published, name);
    const platform = (object['spec'] as ApplicationSet['spec']).template.spec.source?.repoURL ?? '';
    const local = JSON.parse(JSON.stringify(object).replaceAll(platform, repository.url)) as KubeObject;
    const renamed = { ...local, metadata: { ...local.metadata, name } };
    await hub.apply(renamed);
    const count = await expectPredicted(stack, renamed, published);
    evidence(`${name} of the example fleet: ${count} Applications, as predicted`);
    const made = await generatedBy(stack, name);
    await hub.delete(set(name));
    await hub.gone(set(name), seconds);
    for (const { metadata } of made) {
      const application = { ...kinds.application, ...argocd, name: metadata.name };
      await hub.patch(application, { metadata: { finalizers: null } });
      await hub.delete(application);
    }
  }
  await controller.start();
}

/** A parameter file that is lost: the set has read the commit, and the Application stays. */
async function loseParameters(stack: Stack, fleet: Fleet, git: GitRepository): Promise<void> {
  const [lost = '', other = ''] = fleet.spokes;
  const path = (spoke: string) => `out/hubs/${fleet.hub}/fleet-parameters/${spoke}.json`;
  const before = git.log().at(-1)?.sha ?? '';
  const parameters = JSON.parse(readFileSync(join(fleet.folder, path(other)), 'utf8')) as Fields;
  git.remove(path(lost));
  git.write(path(other), JSON.stringify({ ...parameters, environment: 'elsewhere' }));
  git.commit(`the parameters of ${lost} are lost, those of ${other} edited`);
  await stack.argocd.refresh();
  const environment = (application: KubeObject) => application.metadata.labels?.['wheelwright.dev/environment'];
  await stack.hub.until(parent(other), 'relabelled', (object) => environment(object) === 'elsewhere', seconds);
  git.revert(before, 'the parameters are back');
  await stack.argocd.refresh();
  await stack.hub.until(parent(other), 'labelled as before', (object) => environment(object) !== 'elsewhere', seconds);
}

/** Deleted by hand: Argo CD makes it again, and it takes over the parents that stayed. */
async function deleteSet({ hub }: Stack, fleet: Fleet): Promise<void> {
  const before = await hub.get(set('fleet'));
  await hub.delete(set('fleet'));
  const isAnother = (object: KubeObject) => object.metadata.uid !== before?.metadata.uid;
  const after = await hub.until(set('fleet'), 'made again', isAnother, seconds);
  for (const spoke of fleet.spokes) {
    const owned = (object: KubeObject) => object.metadata.ownerReferences?.[0]?.['uid'] === after.metadata.uid;
    await hub.until(parent(spoke), 'taken over', owned, seconds);
  }
}

/** Until the ApplicationSet and an Application say that they cannot read Git, and then until they can. */
async function outage({ hub, argocd: { refresh }, gitServer }: Stack, fleet: Fleet): Promise<void> {
  await gitServer.stop();
  await refresh();
  const root = { ...kinds.application, ...argocd, name: fleet.hub };
  const isLost = (object: KubeObject) => conditionOf(object, 'ErrorOccurred')?.status === 'True';
  await hub.until(set('fleet'), 'without Git', isLost, seconds);
  const isBlind = (object: KubeObject) => textAt(object, 'status.sync.status') === 'Unknown';
  await hub.until(root, 'without Git', isBlind, seconds);
  await gitServer.resume();
  await refresh();
  await hub.until(set('fleet'), 'reading Git', (object) => !isLost(object), seconds);
  await hub.until(root, 'reading Git', (object) => textAt(object, 'status.sync.status') === 'Synced', seconds);
}

/** The real controller makes the Applications that the compiler predicts, and no accident of it destroys anything. */
export default {
  name: 'application-sets',
  async run(stack, evidence) {
    const fleet = openFleet(stack);
    const git = stack.git('platform');
    const files = filesBelow(fleet.folder);
    const count = await expectPredicted(stack, setOf(files, fleet.hub), files);
    evidence(`${fleet.hub}: ${count} Applications, as predicted`);
    await exampleFleet(stack, evidence);

    const identities = async () =>
      (await stack.hub.list(kinds.application, argocd)).map((object) => `${refOf(object).name} ${object.metadata.uid}`);
    const before = await identities();
    const lastCall = (await stack.cloud.calls()).at(-1)?.number ?? 0;
    const { at: since } = stack.recorder.mark('accidents');
    await loseParameters(stack, fleet, git);
    evidence('a parameter file lost: its Application stays');
    await deleteSet(stack, fleet);
    evidence('the ApplicationSet deleted: its Applications stay, and the one that Argo CD makes again takes them over');
    await outage(stack, fleet);
    evidence('Git out of reach: everything stays');
    const ended = stack.recorder
      .entries({ since })
      .filter(({ event, kind, state }) => kind !== 'ApplicationSet' && (event === 'gone' || state['deleting']));
    expectEqual(
      ended.map(({ kind, name }) => `${kind} ${name}`),
      [],
      'what ended',
    );
    expectEqual(await identities(), before, 'the Applications');
    const calls = (await stack.cloud.calls(lastCall)).filter(({ service }) => service !== 'aws');
    expectEqual(
      calls.map(({ operation }) => operation),
      [],
      'what AWS was asked for',
    );
  },
} satisfies Proof;
