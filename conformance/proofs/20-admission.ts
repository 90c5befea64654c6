import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect } from '../stack/expect.ts';
import type { Kube } from '../stack/kube.ts';
import { type KubeObject, nameOf } from '../stack/kube-objects.ts';
import { objectsIn } from '../stack/localise.ts';
import type { Proof } from '../stack/proof.ts';
import { openFleet } from '../stack/start-fleet.ts';

interface Offer {
  readonly path: string;
  readonly object: KubeObject;
}

const yamlFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name));

async function refusals(kube: Kube, offers: readonly Offer[]): Promise<readonly string[]> {
  const answers = await Promise.all(
    offers.map(({ path, object }) =>
      kube.apply(object, { dryRun: true }).then(
        () => undefined,
        (error: Error) => `${path}: ${nameOf(object)}: ${error.message}`,
      ),
    ),
  );
  return answers.filter((answer) => answer !== undefined);
}

/** Every object, for the hub or built by kustomize for a spoke, is admitted with strict validation. */
export default {
  name: 'admission',
  async run(stack, evidence) {
    const { hub, folder, spokes } = openFleet(stack);
    const out = join(folder, 'out');
    const files = yamlFiles(out);
    const kustomized = new Set(files.filter((file) => file.endsWith('/kustomization.yaml')).map(dirname));
    const plain = files
      .filter((file) => !kustomized.has(dirname(file)) && !file.includes('/shared/bases/'))
      .flatMap((file) =>
        objectsIn(readFileSync(file, 'utf8')).map((object) => ({ path: relative(out, file), object })),
      );
    const ofHub = plain.filter(({ path }) => !/\/spokes\/[^/]+\/(teams|addons|applications)\//.test(path));
    const refused = [...(await refusals(stack.hub, ofHub))];
    evidence(`${ofHub.length} objects of the hub`);
    for (const name of spokes) {
      const spoke = stack.spokes.get(name);
      if (!spoke) throw new Error(`no API server plays ${name}`);
      const inSpoke = (path: string) => path.startsWith(`${join(out, 'hubs', hub, 'spokes', name)}/`);
      const inPlace = plain.filter((offer) => !ofHub.includes(offer) && inSpoke(join(out, offer.path)));
      const built: Offer[] = [];
      for (const kustomization of [...kustomized].filter((path) => inSpoke(`${path}/`))) {
        const objects = objectsIn(await stack.kustomize(kustomization));
        expect(objects.length > 0, `kustomize prints nothing for ${kustomization}`);
        built.push(...objects.map((object) => ({ path: relative(out, kustomization), object })));
      }
      refused.push(...(await refusals(spoke.kube, [...inPlace, ...built])));
      evidence(`${name}: ${inPlace.length} objects as they lie there, ${built.length} that kustomize printed`);
    }
    expect(refused.length === 0, `refused:\n${refused.join('\n')}`);
  },
} satisfies Proof;
