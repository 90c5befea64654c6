import { cloudNamed } from '../clouds/cloud-named.ts';
import { clouds } from '../clouds/registry.ts';
import type { FactKind } from '../model/fact.ts';
import type { Fleet, Spoke } from '../model/fleet.ts';
import type { Facts } from '../model/output.ts';
import { type Path, valueAt } from '../source/path.ts';

const pins = (noun: string, path: Path, earlier: readonly string[] = []): FactKind => ({
  name: nameOf(path, '*'),
  noun,
  at: ['versions', ...path],
  change: 'rolling',
  earlier,
});

/** Versions of add-ons: the file of a spoke takes none back. */
export const pinFacts: readonly FactKind[] = [
  pins('add-on', ['addons']),
  ...Object.values(clouds).map(({ managedAddons: { title, path, earlierFacts } }) => pins(title, path, earlierFacts)),
];

/** Which layers a file chooses says whether it is the file that took an add-on back. */
export const layersFact: FactKind = { name: 'layers', noun: 'layers', at: ['environment'], change: 'ignored' };

/**
 * Versions of add-ons, also of those that are not on: `3.13.1`, and `3.13.1 own` where the spoke's own file says it, which
 * may not go back. `none own`: it takes away what a layer says. `layers` are those that the file chooses.
 */
export function versionFacts({ name, cloud, versions, environment, components }: Spoke, { written }: Fleet): Facts {
  const facts: Record<string, string> = { layers: [environment, ...components].join(' ') };
  const own = written.get(name)?.['versions'];
  for (const path of [['addons'], cloudNamed(cloud).managedAddons.path]) {
    const ownPins = entriesAt(own, path);
    for (const [addon, version] of Object.entries(entriesAt(versions, path)))
      facts[nameOf(path, addon)] = Object.hasOwn(ownPins, addon) ? `${version} own` : String(version);
    for (const [addon, version] of Object.entries(ownPins))
      if (version === null) facts[nameOf(path, addon)] = 'none own';
  }
  return facts;
}

/** Facts of pins are named as they stand in the file. */
function nameOf(path: Path, addon: string): string {
  return ['versions', ...path, addon].join('.');
}

function entriesAt(value: unknown, path: Path): Readonly<Record<string, unknown>> {
  return (valueAt(value, path) ?? {}) as Readonly<Record<string, unknown>>;
}
