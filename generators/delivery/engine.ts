import type { Bundle } from '../model/bundle.ts';
import type { Registration } from '../model/cluster-access.ts';
import type { Fleet, Hub, Spoke } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Mark } from '../model/marks.ts';
import type { ManifestFile, OutputFile } from '../model/output.ts';
import type { PatchRule } from '../model/patch-rule.ts';
import type { Delivered, OutFiles, Refused } from './delivered.ts';
import type { FolderReader } from './read-folder.ts';

/** What delivers from Git to hubs and spokes. All that such an engine knows and has words for stands behind this. */
export interface DeliveryEngine {
  readonly name: string;
  /**
   * Ends the name of each version of the library, which has its marks and its registration: so hubs with other engines may
   * stand in the same repository. None for the first engine that there was.
   */
  readonly variant?: string;
  /**
   * What it needs on a hub: the one object that a person or Terraform applies, and all that follows from it. It names no
   * spoke, so that a new one changes nothing here.
   */
  readonly hub: (hub: Hub, fleet: Fleet, delivery: HubDelivery) => readonly Placed[];
  /** What the parent of a spoke, whose name is `parentApplication`, delivers: rights and bundles. */
  readonly spoke: (spoke: Spoke, fleet: Fleet, delivery: SpokeDelivery) => readonly Placed[];
  /** Kinds of the objects that it makes for a bundle and for rights, each of the same name: two of one name cannot be. */
  readonly kinds: { readonly bundle: string; readonly rights: string };
  /** Where it runs on every hub: a namespace that is there before anything is delivered. */
  readonly namespace: string;
  /** Names that it needs for itself on every hub, besides that of the hub. */
  readonly own: readonly { readonly kind: string; readonly name: string }[];
  /** How it is told to treat an object. */
  readonly marks: Mark;
  /** How it gets to know a cluster: what becomes part of the graph that makes it. */
  readonly registration: Registration;
  /** What patches may touch of the objects that it reads, and domains of keys that mean something to it. */
  readonly patches: { readonly rules: readonly PatchRule[]; readonly domains: readonly string[] };
  /** What it would deliver of these files: all that follows from the bootstrap objects among them. */
  readonly deliver: (files: OutFiles, read?: FolderReader) => readonly Delivered[];
  /** What it would refuse to deliver of what it is given, with the rights that stand there. */
  readonly refused: (units: readonly Delivered[], isNamespaced: (object: Manifest) => boolean) => Iterable<Refused>;
  /** What a person does so that it lets a spoke go. */
  readonly leave: (spoke: Spoke, leaving: Leaving) => readonly Step[];
}

/** A file of `out/`, made of the config of the owner that asks for it. */
export type Placed = Omit<ManifestFile, 'from'> | OutputFile;

export interface HubDelivery {
  readonly bundles: readonly Bundle[];
  readonly gates: readonly Gate[];
  readonly rights: readonly Rights[];
}

export interface SpokeDelivery {
  /** What is delivered now. */
  readonly bundles: readonly Bundle[];
  readonly rights: readonly Rights[];
}

/** What there is to say of a spoke that leaves, whatever delivers it. */
export interface Leaving {
  /** What happens to the cluster. */
  readonly goes: string;
  /** Shows its object on the hub. */
  readonly command: string;
}

/** Something that a person does. */
export interface Step {
  readonly text: string;
  /** To be run by a person, one after the other. */
  readonly commands?: readonly string[];
}

/** A kind, such as one whose objects later waves wait for. */
export interface Gate {
  readonly group: string;
  readonly kind: string;
  /** A graph makes it, so kro writes its status. */
  readonly isOfGraph?: boolean;
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
