import type { Account, Hub, Network, Spoke } from '../model/fleet.ts';
import type { OutputPath } from '../model/output.ts';

/** The tree of `out/`: each folder that an Application syncs, and each file beside them. */
const hubFolder = (hub: string): OutputPath => `out/hubs/${hub}`;
export const bootstrapFile = (hub: Hub): OutputPath => `${hubFolder(hub.name)}/bootstrap/hub-bootstrap.yaml`;
export const hubArgocdFolder = (hub: Hub): OutputPath => `${hubFolder(hub.name)}/argocd`;
export const hubAddonsFolder = (hub: Hub): OutputPath => `${hubFolder(hub.name)}/addons`;
export const hubLibraryFolder = (hub: Hub): OutputPath => `${hubFolder(hub.name)}/library`;
export const fleetFolder = (hub: Hub): OutputPath => `${hubFolder(hub.name)}/fleet`;
export const accountFolder = (account: Account): OutputPath => `${hubFolder(account.hub)}/accounts/${account.name}`;
export const networkFolder = (hub: string, network: Network): OutputPath =>
  `${hubFolder(hub)}/networks/${network.name}`;
export const parametersFile = (spoke: Spoke): OutputPath =>
  `${hubFolder(spoke.hub)}/fleet-parameters/${spoke.name}.json`;
export const spokeFolder = (spoke: Spoke): OutputPath => `${hubFolder(spoke.hub)}/spokes/${spoke.name}`;
export const libraryFolder = (version: string): OutputPath => `out/shared/kro-rgds/aws/${version}`;
export const baseFolder = (base: string): OutputPath => `out/shared/bases/${base}`;
export const componentFolder = (component: string): OutputPath => `out/shared/components/${component}`;
export const terraformFile = (root: string): OutputPath => `out/terraform/${root}/terraform.tfvars.json`;

/** Namespaces on the hub. The namespace decides the cloud account and region of what stands in it. */
export const spokeNamespace = (spoke: string): string => `spoke-${spoke}`;
export const networkNamespace = (network: string): string => `network-${network}`;
export const accountNamespace = (account: string): string => `account-${account}`;
