import type { Diagnostic } from './diagnostic.ts';

/**
 * Files by path below the root, for an example that is run as a test. What stands under `$` is done by a shell, in the
 * root, when the files are there; if it does not end in a command of Wheelwright, `build` finds what is wrong.
 */
export type ExampleFiles = Readonly<Record<string, string>>;

/** What `explain CODE` and the reference say of a code, with the examples that are its tests. */
export interface CatalogueEntry {
  readonly severity: Diagnostic['severity'];
  /** One sentence: what must hold. */
  readonly summary: string;
  /** Why it must hold, and what to do, in a few sentences. */
  readonly details: string;
  /** Added to a small valid repository, which is built and committed: gives nothing. */
  readonly good: ExampleFiles;
  /** Added to the same repository: gives one cause with this code, and none with others. */
  readonly bad: ExampleFiles;
  /** Added to both before it is built. */
  readonly before?: ExampleFiles;
  /** Codes that come with it. */
  readonly beside?: readonly string[];
}

export type Catalogue = Readonly<Record<string, CatalogueEntry>>;
