import type { Path } from '../source/path.ts';
import type { OutputPath } from './output.ts';

/** Where the objects of a bundle are read from. */
export type BundleSource =
  | { readonly kind: 'path'; readonly path: OutputPath | string }
  | { readonly kind: 'repository'; readonly repo: string; readonly path: string; readonly revision: string }
  | {
      readonly kind: 'chart';
      readonly repo: string;
      readonly chart: string;
      readonly version: string;
      readonly releaseName: string;
      readonly values: Readonly<Record<string, unknown>>;
    };

/** A unit of delivery. */
export interface Bundle {
  /** Unique on the hub. */
  readonly name: string;
  /** Order within the parent that lists it. */
  readonly wave: number;
  readonly project: string;
  readonly cluster: 'hub' | { readonly spoke: string };
  readonly namespace: string;
  readonly source: BundleSource;
  /** The engine makes the namespace where it is missing. */
  readonly createNamespace?: boolean;
  /** Its kinds come with another bundle of the same parent, so the first look at them may be too early. */
  readonly kindMayBeMissing?: boolean;
  /** Where the config of its owner says so. */
  readonly traces?: { readonly source?: Path; readonly namespace?: Path; readonly values?: Path };
  /** A person approves before anything in it is pruned or deleted. */
  readonly confirmDeletion?: boolean;
}
