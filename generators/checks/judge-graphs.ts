import type { Diagnostic, DiagnosticLog } from '../diagnostics/diagnostic.ts';
import type { Kinds } from '../kube/kinds.ts';
import type { RepositoryFiles } from '../load/repository-files.ts';
import type { Source } from '../source/source.ts';
import type { Table } from '../util/table.ts';
import { filesAboutGraphs } from './files-with-graphs.ts';

/** What was found in the graphs of people. */
export interface GraphsRow {
  readonly diagnostics: readonly Diagnostic[];
  /** Those that there are with the graphs; absent where there are none, and where an earlier process judged them. */
  readonly kinds?: Kinds;
}

/**
 * Judges graphs that people wrote, and gives the kinds that there are with them. Most repositories have none: what judges
 * them, and all that is known of kinds, is loaded for those that are there.
 */
export async function judgeGraphs(
  { authored, others }: RepositoryFiles,
  kinds: () => Promise<Kinds>,
  log: DiagnosticLog,
  known: Table<GraphsRow>,
): Promise<Kinds | undefined> {
  const files = [...others.values(), ...authored.values()];
  const version = files.map(({ path, hash }) => `${path} ${hash}`).join('\n');
  const row = known.get('all', version) ?? (await judge(files, kinds));
  known.set('all', version, row);
  log.add(row.diagnostics);
  return row.kinds;
}

async function judge(files: readonly Source[], kinds: () => Promise<Kinds>): Promise<GraphsRow> {
  if (filesAboutGraphs(files).length === 0) return { diagnostics: [] };
  const { checkGraphs } = await import('./check-graphs.ts');
  return checkGraphs(files, await kinds());
}
