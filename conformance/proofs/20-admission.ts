import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect } from '../stack/expect.ts';
import type { Kube } from '../stack/kube.ts';
import { type KubeObject, kinds, nameOf } from '../stack/kube-objects.ts';
import { objectsIn } from '../stack/localise.ts';
import type { Evidence, Proof } from '../stack/proof.ts';
import type { Stack } from '../stack/stack.ts';
import { openFleet, repositoryRoot } from '../stack/start-fleet.ts';

interface Offer {
  readonly path: string;
  readonly object: KubeObject;
}

const yamlFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name));

/** Objects as they lie there, and folders of kustomizations, of which bases are only parts. */
function contentsOf(out: string): { readonly plain: readonly Offer[]; readonly kustomizations: readonly string[] } {
  const files = yamlFiles(out).filter((file) => !file.includes('/shared/bases/'));
  const folders = new Set(files.filter((file) => file.endsWith('/kustomization.yaml')).map(dirname));
  const plain = files
    .filter((file) => !folders.has(dirname(file)))
    .flatMap((file) => objectsIn(readFileSync(file, 'utf8')).map((object) => ({ path: relative(out, file), object })));
  return { plain, kustomizations: [...folders].map((folder) => relative(out, folder)) };
}

const ofSpoke = /\/spokes\/[^/]+\/(teams|addons|applications)\//;

/** Only what is in a namespace that exists can be tried: makes those that are missing, and says how to take them back. */
async function withNamespaces(kube: Kube, offers: readonly Offer[]): Promise<() => Promise<void>> {
  const namespaces = new Set(offers.flatMap(({ object: { metadata } }) => metadata.namespace ?? []));
  const made: string[] = [];
  for (const name of namespaces) {
    if (await kube.get({ ...kinds.namespace, name })) continue;
    await kube.apply({ ...kinds.namespace, metadata: { name } });
    made.push(name);
  }
  return async () => {
    for (const name of made) await kube.delete({ ...kinds.namespace, name });
    for (const name of made) await kube.gone({ ...kinds.namespace, name });
  };
}

async function refusals(kube: Kube, offers: readonly Offer[]): Promise<readonly string[]> {
  const takeBack = await withNamespaces(kube, offers);
  const answers = await Promise.all(
    offers.map(({ path, object }) =>
      kube.apply(object, { dryRun: true }).then(
        () => undefined,
        (error: Error) => `${path}: ${nameOf(object)}: ${error.message}`,
      ),
    ),
  );
  await takeBack();
  return answers.filter((answer) => answer !== undefined);
}

/** Offers all of a tree: to the hub what is for a hub, to the API server that plays a spoke what is for spokes. */
async function offerTree(stack: Stack, out: string, play: (spoke: string) => Kube, evidence: Evidence) {
  const { plain, kustomizations } = contentsOf(out);
  const refused: string[] = [];
  for (const hub of readdirSync(join(out, 'hubs'))) {
    const isOfOther = (path: string) => path.startsWith('hubs/') && !path.startsWith(`hubs/${hub}/`);
    const ofHub = plain.filter(({ path }) => !ofSpoke.test(path) && !isOfOther(path));
    refused.push(...(await refusals(stack.hub, ofHub)));
    evidence(`${hub}: ${ofHub.length} objects of the hub`);
    for (const spoke of readdirSync(join(out, 'hubs', hub, 'spokes'))) {
      const below = (path: string) => path.startsWith(join('hubs', hub, 'spokes', spoke, '/'));
      const offers = plain.filter(({ path }) => below(path) && ofSpoke.test(path));
      const inPlace = offers.length;
      for (const path of kustomizations.filter(below)) {
        const objects = objectsIn(await stack.kustomize(join(out, path)));
        expect(objects.length > 0, `kustomize prints nothing for ${path}`);
        offers.push(...objects.map((object) => ({ path, object })));
      }
      refused.push(...(await refusals(play(spoke), offers)));
      evidence(`${spoke}: ${inPlace} objects as they lie there, ${offers.length - inPlace} that kustomize printed`);
    }
  }
  expect(refused.length === 0, `refused:\n${refused.join('\n')}`);
}

/** Every object, for a hub or built by kustomize for a spoke, is admitted with strict validation. */
export default {
  name: 'admission',
  async run(stack, evidence) {
    const { folder, spokes } = openFleet(stack);
    const kubeOf = (spoke: string) => {
      const found = stack.spokes.get(spoke);
      if (!found) throw new Error(`no API server plays ${spoke}`);
      return found.kube;
    };
    await offerTree(stack, join(folder, 'out'), kubeOf, evidence);
    // Nobody plays the spokes of the example fleet: what is for them is offered to one of ours.
    await offerTree(stack, join(repositoryRoot, 'out'), () => kubeOf(spokes[0] ?? ''), evidence);
  },
} satisfies Proof;
