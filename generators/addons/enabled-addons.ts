import type { Spoke } from '../model/fleet.ts';
import { sortedEntries } from '../util/code-point-order.ts';
import type { Addon } from './addon.ts';
import type { EnabledAddon } from './addon-parts.ts';
import { addons } from './registry.ts';

/** The add-ons that are turned on, by name. */
export function enabledAddons(spoke: Spoke): readonly EnabledAddon[] {
  const registry: Readonly<Record<string, Addon>> = addons;
  return sortedEntries(spoke.addons as Readonly<Record<string, Record<string, unknown> | undefined>>).flatMap(
    ([name, options]) => {
      const addon = registry[name];
      return addon === undefined || options === undefined
        ? []
        : [{ name, addon, context: { spoke, options: options as never } }];
    },
  );
}
