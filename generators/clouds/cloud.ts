/** What the compiler must know of a cloud that never changes between fleets. */
export interface Cloud {
  /** Availability zones of each region, in the order of their slots. Append only: a zone keeps its slot for ever. */
  readonly zones: Readonly<Record<string, readonly string[]>>;
  /** Kubernetes minor versions that it offers, oldest first. */
  readonly kubernetesVersions: readonly string[];
}
