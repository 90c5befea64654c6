import { type Compilation, compile, compileFleet } from '../compile.ts';
import { asErrors, type Diagnostic, newDiagnosticLog } from '../diagnostics/diagnostic.ts';
import { type ReadRepository, readRepository } from '../disk/read-repository.ts';
import { vendoredMeans } from '../disk/vendored-means.ts';
import type { RepositoryFiles } from '../load/repository-files.ts';
import type { Fleet } from '../model/fleet.ts';
import type { ParsedConfig } from '../model/parsed-file.ts';
import { newTables, type Tables } from '../tables.ts';

/** Reads and compiles the repository at `root`: every byte, with no cache. */
export function compileRoot(root: string): Promise<Compilation> {
  return compileFiles(readRepository(root));
}

/** Compiles what was read. A file that cannot be read forbids to compile the others: what it says is not known. */
export async function compileFiles(
  { files, problems }: ReadRepository,
  tables: Tables = newTables(),
): Promise<Compilation> {
  if (problems.length > 0) return { diagnostics: asErrors(problems) };
  return await compile(files, vendoredMeans(), tables);
}

/** What is asked about: the fleet that the repository at `root` describes, or what is wrong with it. */
export function readFleet(root: string): FleetRead | { readonly problems: readonly Diagnostic[] } {
  const { files, problems } = readRepository(root);
  if (problems.length > 0) return { problems: asErrors(problems) };
  const log = newDiagnosticLog();
  const { parsed, fleet } = compileFleet(files, vendoredMeans(), log);
  return fleet === undefined || log.hasErrors ? { problems: log.sorted() } : { files, parsed, fleet };
}

export interface FleetRead {
  readonly files: RepositoryFiles;
  readonly parsed: ParsedConfig;
  readonly fleet: Fleet;
}
