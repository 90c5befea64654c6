/** How to come to the cluster that a graph makes: what the graph offers, as CEL. */
export interface ClusterAccess {
  /** The name by which others say that they go to it. */
  readonly name: string;
  /** Address of its API. */
  readonly server: string;
  /** What its API is certified by, in base64. */
  readonly authority: string;
  /** Who gives tokens for the cluster, and to which role: an engine has words for each. */
  readonly credentials: { readonly from: 'eks'; readonly cluster: string; readonly role: string };
  /** Namespace of the instance, which no other instance has. */
  readonly namespace: string;
  /** Maps that say more of it to whoever chooses among clusters. */
  readonly labels: string;
  readonly annotations: string;
}

/** An object of a graph: texts may hold expressions. */
export interface NodeTemplate {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: NodeMetadata;
  readonly [field: string]: unknown;
}

interface NodeMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: string | Readonly<Record<string, string>>;
  readonly annotations?: string | Readonly<Record<string, string>>;
}

/** Nodes that become part of a graph. */
export interface RgdFragment {
  readonly resources: readonly { readonly id: string; readonly template: NodeTemplate }[];
}

/** The nodes by which an engine gets to know a cluster; none where it needs none. */
export type Registration = (access: ClusterAccess) => RgdFragment | undefined;
