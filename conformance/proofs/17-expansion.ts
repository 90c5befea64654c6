import { differencesFrom, expandedByKro } from '../stack/compare-expansion.ts';
import { expect, expectEqual } from '../stack/expect.ts';
import { nameOf } from '../stack/kube-objects.ts';
import { madeByKro } from '../stack/made-by-kro.ts';
import type { Proof } from '../stack/proof.ts';
import { openFleet } from '../stack/start-fleet.ts';

/** What `expand` shows of a spoke, without a cluster, is what kro made of it: every object, and every field that no cloud fills in. */
export default {
  name: 'expansion',
  async run(stack, evidence) {
    const fleet = openFleet(stack);
    for (const spoke of fleet.spokes) {
      const expanded = expandedByKro(fleet.folder, fleet.hub, spoke);
      expect(expanded.length > 0, `expand shows nothing for ${spoke}`);
      expectEqual(
        expanded.map(nameOf).sort(),
        (await madeByKro(stack.hub, `spoke-${spoke}`)).map(nameOf).sort(),
        `what kro made for ${spoke}`,
      );
      const differences = await differencesFrom(stack.hub, expanded);
      expect(differences.length === 0, `${spoke} differs:\n${differences.join('\n')}`);
      evidence(`${spoke}: ${expanded.length} objects as expanded`);
    }
  },
} satisfies Proof;
