import type { DiagnosticLog } from '../diagnostics/diagnostic.ts';
import type { Kinds } from '../kube/kinds.ts';
import type { RepositoryFiles } from '../load/repository-files.ts';
import { filesAboutGraphs } from './files-with-graphs.ts';

/**
 * Judges graphs that people wrote, and gives the kinds that there are with them. Most repositories have none: what judges
 * them, and all that is known of kinds, is loaded for those that are there.
 */
export async function judgeGraphs(
  { authored, others }: RepositoryFiles,
  known: () => Promise<Kinds>,
  log: DiagnosticLog,
): Promise<Kinds | undefined> {
  const files = [...others.values(), ...authored.values()];
  if (filesAboutGraphs(files).length === 0) return undefined;
  const { checkGraphs } = await import('./check-graphs.ts');
  const { diagnostics, kinds } = checkGraphs(files, await known());
  log.add(diagnostics);
  return kinds;
}
