import type { Bundle } from '../model/bundle.ts';
import type { Account, Fleet, Hub } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Annotations } from '../model/marks.ts';
import type { Path } from '../source/path.ts';

/** A controller that a hub needs for what graphs make. */
export interface Controller {
  /** Unique in its cloud. */
  readonly name: string;
  readonly bundle: (hub: Hub, fleet: Fleet) => Bundle;
  /** Where its version is pinned for the hub, and how people call it; nowhere for one that has none. */
  readonly pin?: { readonly path: Path; readonly label: string };
}

/** A cloud: a folder here, and one of its name in `rgds/`. Shared code knows no cloud by name, and asks this. */
export interface Cloud {
  /** As people call it, and its service that runs Kubernetes. */
  readonly title: string;
  readonly service: string;
  /** Availability zones of each region, in the order of their slots. Append only: a zone keeps its slot for ever. */
  readonly zones: Readonly<Record<string, readonly string[]>>;
  /** Kubernetes minor versions that it offers, oldest first. */
  readonly kubernetesVersions: readonly string[];
  /** Controllers that work on objects of these kinds, in the order of their names. */
  readonly controllers: (apiVersions: Iterable<string>) => readonly Controller[];
  /** Namespace of the controllers on the hub. */
  readonly namespace: string;
  /** What the controllers read there, by file name. */
  readonly hubObjects: (hub: Hub, fleet: Fleet) => Readonly<Record<string, readonly Manifest[]>>;
  /** What ties the objects of a namespace to an account and a region. */
  readonly scope: (account: Account, region: string) => Annotations;
  /** Variables of the Terraform roots that make what must be there before. */
  readonly handoff: {
    readonly hub: (hub: Hub, fleet: Fleet) => Readonly<Record<string, unknown>>;
    readonly account: (account: Account, hub: Hub, fleet: Fleet) => Readonly<Record<string, unknown>>;
  };
}
