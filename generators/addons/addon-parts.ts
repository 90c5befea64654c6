import type { Manifest } from '../model/manifest.ts';
import { type Mark, unmarked } from '../model/marks.ts';
import type { Addon, AddonContext, CloudPart, Need, WorkloadIdentity } from './addon.ts';

/** An add-on that is turned on. */
export interface EnabledAddon {
  /** In the configuration. */
  readonly name: string;
  readonly addon: Addon;
  /** Options are the add-on's own business: outside its folder nobody knows their type. */
  readonly context: AddonContext<never>;
}

/** Whether it can run there. */
export function runsOn({ clouds }: Addon, cloud: string): boolean {
  return clouds === 'any' || Object.hasOwn(clouds, cloud);
}

/** What an add-on has wherever it runs, and on this cloud. */
function partsOf(addon: Addon, cloud: string): readonly CloudPart<never>[] {
  const own = addon.clouds === 'any' ? undefined : addon.clouds[cloud];
  return own === undefined ? [addon] : [addon, own];
}

export function needsOf(addon: Addon, cloud: string): readonly Need[] {
  return partsOf(addon, cloud).flatMap(({ requires = [] }) => requires);
}

export function manifestsOf({ addon, context }: EnabledAddon, mark: Mark): readonly Manifest[] {
  return partsOf(addon, context.spoke.cloud).flatMap((part) => part.manifests?.(context, mark) ?? []);
}

/** Whether its options ask for any: those of a chart have an Application of their own, which cannot be empty. */
export function hasManifests(enabled: EnabledAddon): boolean {
  return manifestsOf(enabled, unmarked).length > 0;
}

export function identitiesOf({ addon, context }: EnabledAddon): readonly WorkloadIdentity[] {
  return partsOf(addon, context.spoke.cloud).flatMap((part) => part.identities?.(context) ?? []);
}
