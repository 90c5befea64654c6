import { addons } from '../../addons/registry.ts';
import { recommended as aws } from '../../clouds/aws/recommended.ts';
import { recommended as library } from '../../rgds/recommended.ts';
import { sortedEntries } from '../../util/code-point-order.ts';
import { printYaml } from '../../yaml/print-yaml.ts';

const chosen = sortedEntries(addons).filter(([, { recommended }]) => recommended?.inInit);

/** Everything that a new fleet runs, as `versions` of its `config.yaml`. */
export const recommendedVersions = {
  library: library.library,
  kubernetes: aws.kubernetes,
  kro: library.kro,
  ack: aws.ack,
  eks: { addons: aws.eksAddonVersions },
  addons: Object.fromEntries(
    chosen.flatMap(([name, { recommended }]) =>
      recommended?.version === undefined ? [] : [[name, recommended.version]],
    ),
  ),
};

/** What its spokes have turned on. */
export const recommendedAddons = {
  eks: { addons: aws.eksAddons },
  addons: Object.fromEntries(chosen.map(([name]) => [name, {}])),
};

/** Lines of a block within another one. */
export function printBelow(value: unknown): string {
  return printYaml(value).replace(/^(?=.)/gm, '  ');
}
