import type { Bundle } from '../model/bundle.ts';
import type { Registration } from '../model/cluster-access.ts';
import type { Fleet, Hub, Spoke } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Mark } from '../model/marks.ts';
import type { PatchRule } from '../model/patch-rule.ts';
import type { Delivered, OutFiles } from './delivered.ts';

/** What an engine that delivers from Git must make of the fleet. */
export interface Engine {
  readonly name: string;
  /** The one object that a person or Terraform applies; all else follows from it. */
  readonly bootstrap: (hub: Hub, fleet: Fleet) => Manifest;
  /** What the bootstrap object syncs, by file name: the settings of the engine, the rights of the hub's bundles, the bundles themselves. */
  readonly hub: (
    hub: Hub,
    fleet: Fleet,
    bundles: readonly Bundle[],
    gates: readonly Gate[],
  ) => Readonly<Record<string, readonly Manifest[]>>;
  /** Makes one parent for each spoke of the hub from its parameter file. */
  readonly fleet: (hub: Hub, fleet: Fleet) => readonly Manifest[];
  /** What the parent of a spoke syncs, by file name: rights and bundles. */
  readonly spoke: (
    spoke: Spoke,
    fleet: Fleet,
    bundles: readonly Bundle[],
    rights: readonly Rights[],
  ) => Readonly<Record<string, readonly Manifest[]>>;
  /** How it is told to treat an object. */
  readonly marks: Mark;
  /** How it gets to know a cluster: what becomes part of the graph that makes it. */
  readonly registration: Registration;
  /** What patches may touch of the objects that it reads, and domains of keys that mean something to it. */
  readonly patches: { readonly rules: readonly PatchRule[]; readonly domains: readonly string[] };
  /** What it would deliver of these files: all that follows from the bootstrap objects among them. */
  readonly deliver: (files: OutFiles) => readonly Delivered[];
}

/** A kind whose objects later waves wait for. */
export interface Gate {
  readonly group: string;
  readonly kind: string;
}

/** What the bundles of a project may do. */
export interface Rights {
  /** Name of the project. */
  readonly name: string;
  readonly description: string;
  /** Repositories of manifests and charts. */
  readonly repositories: readonly string[];
  readonly destinations: readonly {
    readonly cluster: 'hub' | { readonly spoke: string };
    readonly namespace: string;
  }[];
  readonly clusterKinds: readonly Gate[];
  /** Every namespaced kind where it is not given. */
  readonly namespacedKinds?: readonly Gate[];
  readonly deniedNamespacedKinds?: readonly Gate[];
}
