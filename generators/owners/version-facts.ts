import type { Fleet, Spoke } from '../model/fleet.ts';
import type { Facts } from '../model/output.ts';
import { type Path, valueAt } from '../source/path.ts';

/** Where pins stand, by how their facts are named, which is for ever: records of earlier builds are compared with. */
const pinsOf = { addons: ['addons'], eksAddons: ['eks', 'addons'] } as const;

/**
 * Versions of add-ons, also of those that are not on: `3.13.1`, and `3.13.1 own` where the spoke's own file says it, which
 * may not go back. `none own`: it takes away what a layer says. `layers` are those that the file chooses.
 */
export function versionFacts({ name, versions, environment, components }: Spoke, { written }: Fleet): Facts {
  const facts: Record<string, string> = { layers: [environment, ...components].join(' ') };
  const own = written.get(name)?.['versions'];
  for (const [field, path] of Object.entries(pinsOf)) {
    const ownPins = entriesAt(own, path);
    for (const [addon, version] of Object.entries(entriesAt(versions, path)))
      facts[`versions.${field}.${addon}`] = Object.hasOwn(ownPins, addon) ? `${version} own` : String(version);
    for (const [addon, version] of Object.entries(ownPins))
      if (version === null) facts[`versions.${field}.${addon}`] = 'none own';
  }
  return facts;
}

function entriesAt(value: unknown, path: Path): Readonly<Record<string, unknown>> {
  return (valueAt(value, path) ?? {}) as Readonly<Record<string, unknown>>;
}
