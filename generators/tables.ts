import type { GraphsRow } from './checks/judge-graphs.ts';
import type { CheckedSpoke } from './checks/run-checks.ts';
import type { Diagnostic, Problem } from './diagnostics/diagnostic.ts';
import { filesTold } from './diagnostics/files-told.ts';
import type { KnownOutput } from './generate/generate.ts';
import type { KnownFolders } from './load/authored-folders.ts';
import type { FileRow } from './load/parse-config.ts';
import type { Source } from './source/source.ts';
import { newTable, type Table } from './util/table.ts';

/** A thing of the fleet with its layers merged and defaults written out, and what is wrong with it as a whole. */
export interface ResolvedRow {
  readonly value: Readonly<Record<string, unknown>>;
  readonly diagnostics: readonly Diagnostic[];
  /** Changes with the value, with what its own file says of it, and with where that stands. */
  readonly version: string;
}

/** What a compilation made, for the next one: each phase asks for what it would make of the same again. */
export interface Tables extends KnownOutput, KnownFolders {
  /** By path. */
  readonly files: Table<FileRow>;
  /** By the path of its file. */
  readonly resolved: Table<ResolvedRow>;
  /** By spoke. */
  readonly checked: Table<CheckedSpoke>;
  readonly graphs: Table<GraphsRow>;
}

/** What was said at a place in a file is good for as long as `isSame` says that the file is as it was. */
export function newTables(isSame: (file: Source) => boolean = () => true): Tables {
  const stand = (problems: readonly Problem[]) => problems.every((one) => filesTold(one).every(isSame));
  return {
    files: newTable(),
    authored: newTable(),
    manifests: newTable(),
    resolved: newTable({ stands: ({ diagnostics }) => stand(diagnostics) }),
    checked: newTable({ stands: ({ references, others = [] }) => stand(references) && stand(others) }),
    graphs: newTable(),
    teams: newTable(),
    judged: newTable({ stands: (told) => stand(told) }),
    owners: newTable({
      stands: ({ findings, patches }) => stand(findings) && patches.every(({ span }) => isSame(span.source)),
    }),
    schemas: newTable(),
  };
}

/** Forgets what the last compilation did not ask for. */
export function sweepTables(tables: Tables): void {
  for (const table of Object.values(tables) as readonly Table<unknown>[]) table.sweep();
}
