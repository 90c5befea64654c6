import type { Hub, Spoke } from './fleet.ts';
import type { OutputPath } from './output.ts';

// Folders of `out/` that owners and engines both write into.

export const hubFolder = (hub: string): OutputPath => `out/hubs/${hub}`;
/** What a person or Terraform applies; all else follows from it. */
export const bootstrapFile = (hub: Hub): OutputPath => `${hubFolder(hub.name)}/bootstrap/hub-bootstrap.yaml`;
export const spokeFolder = (spoke: Spoke): OutputPath => `${hubFolder(spoke.hub)}/spokes/${spoke.name}`;
/** The namespace on the hub with the infrastructure of a spoke. */
export const spokeNamespace = (spoke: string): string => `spoke-${spoke}`;
