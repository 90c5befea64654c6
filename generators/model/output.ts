import type { Locate, Origin } from '../source/origin.ts';
import type { Path } from '../source/path.ts';
import type { Kustomization, Manifest, Trace } from './manifest.ts';

/** Relative to the repository's root, forward slashes. */
export type OutputPath = `out/${string}`;

export type OwnerKind = 'hub' | 'account' | 'network' | 'spoke' | 'library' | 'base' | 'component';

/** Who writes a file: every file below `out/` has one owner, and every owner one record. */
export interface Owner {
  readonly kind: OwnerKind;
  readonly name: string;
}

/** A file to be written, as text. */
export interface OutputFile {
  readonly path: OutputPath;
  readonly content: string;
}

/** A file made of Kubernetes objects, before it is printed. */
export interface ManifestFile {
  readonly path: OutputPath;
  /** The configuration file that the header names. */
  readonly from: string;
  readonly manifests: readonly (Manifest | Kustomization)[];
  /** How the fields of the manifest with this index come from the owner's config; asked for only when one is at fault. */
  readonly traces?: (index: number) => readonly Trace[];
  /** Other owners write the same list: it is printed and checked once. */
  readonly shared?: boolean;
  /** Authored, and checked where it stands. */
  readonly isJudged?: boolean;
  /** What kustomize makes of a kustomization: checked with it, and traced as it is; equal kustomizations share it. */
  readonly builds?: readonly Manifest[];
  /** Where an authored file says a field of one of `builds`, and for which application; none where none does. */
  readonly builtFrom?: (manifest: Manifest, path: Path) => Origin | undefined;
}

/** What must not change silently: compared between the records of two commits. */
export type Facts = Readonly<Record<string, string>>;

/** All that one owner writes, before it is printed. */
export interface OwnerDraft {
  readonly owner: Owner;
  /** Its resolved config, as plain data: a change of it is a change of the owner. */
  readonly input: unknown;
  readonly facts: Facts;
  /** Finds the config line behind a path of its resolved config. */
  readonly locate: Locate;
  readonly files: readonly (ManifestFile | OutputFile)[];
}

/** All that one owner writes. */
export interface OwnerOutput {
  readonly owner: Owner;
  /** Hash of its resolved config. */
  readonly input: string;
  readonly facts: Facts;
  readonly locate: Locate;
  readonly files: readonly OutputFile[];
}
