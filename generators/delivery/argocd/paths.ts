import type { Spoke } from '../../model/fleet.ts';
import { hubFolder, spokeFolder } from '../../model/out-paths.ts';
import type { OutputPath } from '../../model/output.ts';

/** What the root of a hub syncs. */
export const rootFolder = (hub: string): OutputPath => `${hubFolder(hub)}/argocd`;
/** Where the set lies that makes the parents of spokes. */
export const fleetFolder = (hub: string): OutputPath => `${hubFolder(hub)}/fleet`;
/** The parameters of each. */
export const parametersFolder = (hub: string): OutputPath => `${hubFolder(hub)}/fleet-parameters`;
/** What the parent of a spoke syncs. */
export const parentFolder = (spoke: Spoke): OutputPath => `${spokeFolder(spoke)}/argocd`;
