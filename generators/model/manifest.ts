import type { Path } from '../source/path.ts';

export interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly finalizers?: readonly string[];
}

/** A Kubernetes object as plain data. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  readonly [field: string]: unknown;
}

/** A kustomization file: it has a kind, but is no object. */
export interface Kustomization {
  readonly apiVersion: string;
  readonly kind: 'Kustomization' | 'Component';
}

/** "What stands at `at` of the manifest was written at `from` of the owner's config": lets a fault in the output be reported at its input. */
export interface Trace {
  readonly at: Path;
  readonly from: Path;
}
