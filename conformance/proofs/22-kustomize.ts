import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { newKustomizer } from '../../generators/kube/kustomization.ts';
import { canonicalJson } from '../../generators/util/canonical-json.ts';
import { expect, expectEqual } from '../stack/expect.ts';
import { objectsIn } from '../stack/localise.ts';
import type { Proof } from '../stack/proof.ts';
import { openFleet, repositoryRoot } from '../stack/start-fleet.ts';

/** Folders below `root/out` with a kustomization that Argo CD builds; components and bases are parts of others. */
function kustomizations(root: string): readonly string[] {
  return readdirSync(join(root, 'out'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/kustomization.yaml') && !path.startsWith('shared/'))
    .map((path) => dirname(join('out', path)))
    .sort();
}

function readText(root: string) {
  return (path: string) => {
    try {
      return readFileSync(join(root, path), 'utf8');
    } catch {
      return undefined;
    }
  };
}

const asSet = (objects: readonly unknown[]) => objects.map(canonicalJson).sort();

/** What kustomize builds of each kustomization of out/ is what the compiler says that it contains. */
export default {
  name: 'kustomize',
  async run(stack, evidence) {
    const fleets = { 'the conformance fleet': openFleet(stack).root, 'the example fleet': repositoryRoot };
    for (const [fleet, root] of Object.entries(fleets)) {
      const kustomizer = newKustomizer(readText(root));
      const folders = kustomizations(root);
      expect(folders.length > 0, `${fleet} has no kustomization`);
      let objects = 0;
      for (const folder of folders) {
        const ours = kustomizer.build(folder, 'out');
        expectEqual(ours.problems, [], `what the compiler says of ${folder}`);
        const theirs = objectsIn(await stack.kustomize(join(root, folder)));
        expectEqual(asSet(ours.objects), asSet(theirs), `${relative('out', folder)} of ${fleet}`);
        objects += theirs.length;
      }
      evidence(`${fleet}: ${folders.length} kustomizations, ${objects} objects`);
    }
  },
} satisfies Proof;
