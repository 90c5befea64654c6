import type { DeliveryEngine } from '../delivery/engine.ts';
import type { Account, Hub, Network } from '../model/fleet.ts';
import { hubFolder } from '../model/out-paths.ts';
import type { OutputPath } from '../model/output.ts';

/** Folders of `out/` that are delivered, and files beside them; those of engines are their own business. */
export const hubAddonsFolder = (hub: Hub): OutputPath => `${hubFolder(hub.name)}/addons`;
export const hubManifestsFolder = (hub: Hub, name: string): OutputPath => `${hubFolder(hub.name)}/manifests/${name}`;
export const hubLibraryFolder = (hub: Hub): OutputPath => `${hubFolder(hub.name)}/library`;
export const accountFolder = (account: Account): OutputPath => `${hubFolder(account.hub)}/accounts/${account.name}`;
export const networkFolder = (hub: string, network: Network): OutputPath =>
  `${hubFolder(hub)}/networks/${network.name}`;
export const libraryFolder = (cloud: string, version: string, { variant }: DeliveryEngine): OutputPath =>
  `out/shared/kro-rgds/${cloud}/${version}${variant === undefined ? '' : `-${variant}`}`;
export const baseFolder = (base: string): OutputPath => `out/shared/bases/${base}`;
export const componentFolder = (component: string): OutputPath => `out/shared/components/${component}`;
export const terraformFile = (root: string): OutputPath => `out/terraform/${root}/terraform.tfvars.json`;
