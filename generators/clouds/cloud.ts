import type { Bundle } from '../model/bundle.ts';
import type { CloudCheck } from '../model/check.ts';
import type { Account, Fleet, Hub } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Annotations } from '../model/marks.ts';
import type { Feature } from '../model/rgd.ts';
import type { Path } from '../source/path.ts';

/** A controller that a hub needs for what graphs make. */
export interface Controller {
  /** Unique in its cloud. */
  readonly name: string;
  readonly bundle: (hub: Hub, fleet: Fleet) => Bundle;
  /** Where its version is pinned for the hub, and how people call it; nowhere for one that has none. */
  readonly pin?: {
    readonly path: Path;
    readonly label: string;
    /** The first version that does what the library relies on. */
    readonly oldest?: string;
  };
}

/** Add-ons that a cloud installs as part of a cluster. */
export interface ManagedAddons {
  /** As people call one. */
  readonly title: string;
  /** Where a spoke lists them by their names; below `versions` their versions stand in the same place. */
  readonly path: readonly string[];
  /** How records of earlier releases have the facts of their versions. */
  readonly earlierFacts?: readonly string[];
  /** Name of the field with what one is configured with. */
  readonly configuration: string;
  /** What of it the file of a spoke may set, with dots between keys; nothing where it is not given. */
  readonly openConfiguration?: (name: string) => readonly string[];
  /** The one that a name was surely meant to be; undefined for one that is known, and for one that is like none. Not given where none is known. */
  readonly meant?: (name: string) => string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** What `init` begins a fleet with; the example fleet has the same. */
export interface Start {
  readonly region: string;
  readonly account: {
    readonly pattern: RegExp;
    /** What an id is, in words that follow "must be". */
    readonly meaning: string;
    /** Ids until somebody says others. */
    readonly placeholders: { readonly spokes: string; readonly hub: string };
  };
  readonly kubernetes: string;
  /** What is pinned besides: its controllers, its add-ons. */
  readonly versions?: Fields;
  /** What a node group has besides its size. */
  readonly nodeGroup?: Fields;
  /** Of the first layer, and of an environment: its own sections. */
  readonly defaults?: Fields;
  readonly environment?: Fields;
  /** Who administers spokes, and what else a hub says of this cloud. */
  readonly hub: (region: string, account: string) => Fields;
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
  readonly managedAddons: ManagedAddons;
  /** Controllers that work on objects of these kinds, in the order of their names. */
  readonly controllers: (apiVersions: Iterable<string>) => readonly Controller[];
  /** Those whose versions a hub pins, whether it needs them or not; not given where hubs pin none. */
  readonly pinned?: (hub: Hub) => readonly Controller[];
  /** Domains of labels and annotations by which its controllers are told what to do. */
  readonly domains: readonly string[];
  /** Domains of labels that it sets on nodes by itself. */
  readonly nodeDomains?: readonly string[];
  /** Namespace of the controllers on the hub. */
  readonly namespace: string;
  /** What the controllers read there, by file name. */
  readonly hubObjects: (hub: Hub, fleet: Fleet) => Readonly<Record<string, readonly Manifest[]>>;
  /** What ties the objects of a namespace to an account and a region. */
  readonly scope: (account: Account, region: string) => Annotations;
  /** What the role that the controllers assume must be allowed for objects of these kinds. */
  readonly actionsFor: (kinds: readonly string[]) => readonly string[];
  /** Variables of the Terraform roots that make what must be there before. */
  readonly handoff: {
    readonly hub: (hub: Hub, fleet: Fleet) => Fields;
    /** With what its spokes and networks have, each once. */
    readonly account: (account: Account, hub: Hub, fleet: Fleet, features: readonly Feature[]) => Fields;
  };
  readonly start: Start;
  /** By code: what must hold of its own sections, and of what they mean to it. Those of the fleet are handed its spokes and networks alone. */
  readonly checks: Readonly<Record<string, CloudCheck>>;
}
