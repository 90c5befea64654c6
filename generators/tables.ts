import type { GraphsRow } from './checks/judge-graphs.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { KnownOutput } from './generate/generate.ts';
import type { FileRow } from './load/parse-config.ts';
import type { AuthoredFile } from './model/fleet.ts';
import { newTable, type Table } from './util/table.ts';

/** A thing of the fleet with its layers merged and defaults written out, and what is wrong with it as a whole. */
export interface ResolvedRow {
  readonly value: Readonly<Record<string, unknown>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a compilation made, for the next one: each phase asks for what it would make of the same again. */
export interface Tables extends KnownOutput {
  /** By path. */
  readonly files: Table<FileRow>;
  /** Graphs of hubs, by path. */
  readonly authored: Table<AuthoredFile>;
  /** By kind and name. */
  readonly resolved: Table<ResolvedRow>;
  /** By phase and spoke. */
  readonly checked: Table<readonly Diagnostic[]>;
  readonly graphs: Table<GraphsRow>;
}

export function newTables(): Tables {
  return {
    files: newTable(),
    authored: newTable(),
    resolved: newTable(),
    checked: newTable(),
    graphs: newTable(),
    teams: newTable(),
    judged: newTable(),
    owners: newTable(),
    schemas: newTable(),
  };
}

/** Forgets what the last compilation did not ask for. */
export function sweepTables(tables: Tables): void {
  for (const table of Object.values(tables) as readonly Table<unknown>[]) table.sweep();
}
