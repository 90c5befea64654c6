import { addons } from '../../addons/registry.ts';
import type { Start } from '../../clouds/cloud.ts';
import { recommended as library } from '../../rgds/recommended.ts';
import { sortedEntries } from '../../util/code-point-order.ts';

const chosen = sortedEntries(addons).filter(([, { recommended }]) => recommended?.inInit);

/** Everything that a new fleet runs, as `versions` of its `config.yaml`. */
export const recommendedVersions = ({ kubernetes, versions }: Start) => ({
  library: library.library,
  kubernetes,
  kro: library.kro,
  ...versions,
  addons: Object.fromEntries(
    chosen.flatMap(([name, { recommended }]) =>
      recommended?.version === undefined ? [] : [[name, recommended.version]],
    ),
  ),
});

/** The add-ons that its spokes have turned on. */
export const recommendedAddons = Object.fromEntries(chosen.map(([name]) => [name, {}]));
