import type { Fleet, Spoke } from '../model/fleet.ts';
import type { Facts } from '../model/output.ts';

const fields = ['addons', 'eksAddons'] as const;

/**
 * Versions of add-ons, also of those that are not on: `3.13.1`, and `3.13.1 own` where the spoke's own file says it, which
 * may not go back. `none own`: it takes away what a layer says. `layers` are those that the file chooses.
 */
export function versionFacts({ name, versions, environment, components }: Spoke, { written }: Fleet): Facts {
  const facts: Record<string, string> = { layers: [environment, ...components].join(' ') };
  const own = entryOf(written.get(name), 'versions');
  for (const field of fields) {
    const ownField = entryOf(own, field);
    for (const [addon, version] of Object.entries(versions[field]))
      facts[`versions.${field}.${addon}`] = entryOf(ownField, addon) === undefined ? version : `${version} own`;
    for (const [addon, version] of Object.entries(ownField ?? {}))
      if (version === null) facts[`versions.${field}.${addon}`] = 'none own';
  }
  return facts;
}

function entryOf(value: unknown, key: string): object | undefined {
  const isMap = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isMap ? (value as Readonly<Record<string, object>>)[key] : undefined;
}
