import type { ClusterAccess, NodeTemplate } from './cluster-access.ts';
import type { FactKind } from './fact.ts';
import type { Fleet, Network, Spoke } from './fleet.ts';
import type { Manifest, Trace } from './manifest.ts';
import type { Mark } from './marks.ts';
import type { Facts } from './output.ts';
import type { PatchRule } from './patch-rule.ts';

/** A SimpleSchema tree: a leaf is `type | marker=value …`, a branch is a struct. */
export type SimpleSchema = string | { readonly [field: string]: SimpleSchema };
export type Fields = Readonly<Record<string, SimpleSchema>>;

export interface ExternalRef {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
}

/** A node of a graph: `template` is made, `externalRef` is only read. What may be absent is a collection of 0..n: there is no `includeWhen`. */
export interface RgdResource {
  readonly id: string;
  readonly template?: NodeTemplate;
  readonly externalRef?: ExternalRef;
  /** One iterator per entry; each must appear in the name. */
  readonly forEach?: readonly Readonly<Record<string, string>>[];
  /** Fields of its status that must have these values before readers go on. */
  readonly state?: Readonly<Record<string, string>>;
  /** CEL over `it`, the object: what else must be true before readers go on. */
  readonly readyWhen?: readonly string[];
  /** CEL over `it` that gives messages: faults that the cloud reports outside of the conditions. */
  readonly faults?: string;
  /** Its cloud may leave out optional fields, which keeps ACK's late initialisation open for ever, and with it `Ready` false. */
  readonly lateInitialisation?: 'may-stay-open';
  /** A ConfigMap node that is made anew when another version is asked for: a state from before that moment is not believed. */
  readonly since?: string;
  /** Nodes that must come first and go last, where no field of the template says so. */
  readonly needs?: readonly string[];
  /** CEL: when its object goes, the cloud's is left, because it goes with the one that it is part of. */
  readonly leftWhen?: string;
  /** Tags besides those of the instance: templates, as names are. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** When the present version was asked for, where conditions of a controller name no generation: their time is compared with it. */
export const ASKED_AT = 'wheelwright.dev/asked-at';

/** The controllers by which a cloud's resources are objects on a hub: what they say of them, and what they want to know. */
export interface ControllerFamily {
  /** Whether one of them works on objects of this kind. */
  readonly owns: (object: { readonly apiVersion: string }) => boolean;
  /** CEL: whether a node is there as it was asked for, this time. `node` names one of its objects. */
  readonly ready: (resource: RgdResource, node: string) => string;
  /** CEL over `c`, a condition: it says that a person must act. What is planned to be done again is no fault. */
  readonly fault: (resource: RgdResource, kind: 'terminal' | 'recoverable') => string;
  /** Annotation by which an object tells what becomes of the cloud's when it goes; `policy` is a template, `delete` or `retain`. */
  readonly deletion: (policy: string) => Readonly<Record<string, string>>;
  /** The value of `spec.tags`: those of the instance and the node's own; undefined for a kind that has none. */
  readonly tags: (resource: RgdResource) => string | undefined;
}

/** An object of a kind of the library: what a part of the configuration becomes on the hub. */
export interface Instance {
  /** Name of its file. */
  readonly file: string;
  readonly manifest: Manifest;
  readonly traces: () => readonly Trace[];
  /** What must not change silently, besides what every cloud has. */
  readonly facts: Facts;
}

/** A part of what graphs make, which not everything that has an instance has: it says what the controllers must be allowed. */
export interface Feature {
  /** `NAT gateways`. */
  readonly name: string;
  /** Kinds of the objects that it is made of. */
  readonly kinds: readonly string[];
  /** Policies, of those that the cloud manages, that roles get with it: their names there. */
  readonly policies?: readonly string[];
}

/** A kind of the library. With nodes of its family its spec has `tags` and `deletionPolicy`. */
export interface Rgd {
  readonly name: string;
  readonly kind: string;
  readonly apiVersion: 'v1alpha1';
  readonly description: string;
  /** Whose objects are the cloud's resources. */
  readonly family: ControllerFamily;
  /** Kinds of the library that it makes or reads. */
  readonly composes?: readonly string[];
  readonly spec: Fields;
  readonly types?: Fields;
  readonly status: Fields;
  readonly resources: readonly RgdResource[];
  /** What instances for spokes record of the clusters that it makes. */
  readonly facts?: readonly FactKind[];
  /** What a spoke has of it. A hub gets the graphs of which its spokes and networks have instances. */
  readonly ofSpoke?: (spoke: Spoke, fleet: Fleet, mark: Mark) => Instance;
  /** Which spokes have it, where not all do. */
  readonly appliesTo?: (spoke: Spoke) => boolean;
  /** What a shared network has of it. */
  readonly ofNetwork?: (network: Network, fleet: Fleet, mark: Mark) => Instance;
  /** What a spoke, or a shared network, has of it. */
  readonly features: (of: Spoke | Network) => readonly Feature[];
  /** What patches may touch of its instances. */
  readonly patches?: readonly Omit<PatchRule, 'kinds'>[];
  /** How to come to the cluster that it makes, and the node after which those stand that need it. */
  readonly access?: ClusterAccess & { readonly after: string };
}

/** Group of the kinds of library v1. */
export const LIBRARY_GROUP = 'kro.run';

/** The object that a node makes or reads. */
export function objectOf(resource: RgdResource): NodeTemplate | ExternalRef {
  const object = resource.template ?? resource.externalRef;
  if (object === undefined) throw new Error(`node ${resource.id} has neither template nor externalRef`);
  return object;
}

export function isLibraryKind(object: { readonly apiVersion: string }): boolean {
  return object.apiVersion.startsWith(`${LIBRARY_GROUP}/`);
}
