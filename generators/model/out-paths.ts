import type { Hub, Spoke } from './fleet.ts';
import type { OutputPath } from './output.ts';

// Folders of `out/` that owners and engines both write into.

export const hubFolder = (hub: string): OutputPath => `out/hubs/${hub}`;
/** What a person or Terraform applies; all else follows from it. */
export const bootstrapFile = (hub: Hub): OutputPath => `${hubFolder(hub.name)}/bootstrap/hub-bootstrap.yaml`;
export const spokeFolder = (spoke: Spoke): OutputPath => `${hubFolder(spoke.hub)}/spokes/${spoke.name}`;

/** Namespaces on the hub. The namespace decides the cloud account and region of what stands in it. */
export const spokeNamespace = (spoke: string): string => `spoke-${spoke}`;
export const networkNamespace = (network: string): string => `network-${network}`;
export const accountNamespace = (account: string): string => `account-${account}`;
