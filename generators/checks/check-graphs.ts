import { library } from 'generated:library';
import { type Diagnostic, newDiagnosticLog } from '../diagnostics/diagnostic.ts';
import { checkDocuments } from '../kro/check-documents.ts';
import { checkRights } from '../kro/rights/check-rights.ts';
import { kroClusterRole } from '../kro/rights/cluster-role.ts';
import type { Kinds } from '../kube/kinds.ts';
import { ownGraphName } from '../load/authored-folders.ts';
import { everyGraph } from '../rgds/library.ts';
import { usedKinds } from '../rgds/render-kro-rbac.ts';
import type { Source } from '../source/source.ts';
import { filesAboutGraphs, filesWithGraphs, filesWithRights } from './files-with-graphs.ts';

export interface CheckedGraphs {
  readonly diagnostics: readonly Diagnostic[];
  /** Those that there are with the graphs. */
  readonly kinds: Kinds;
}

/**
 * What kro would refuse of the graphs that people wrote and of their instances; they may use the kinds of the library.
 * `known`: the kinds that this program knows; those whose CRD is among the files are known, too. On hubs kro may only what
 * ClusterRoles say: for graphs in hub/ they must be there, but for those in hub/graphs, which are delivered with them.
 */
export function checkGraphs(files: readonly Source[], known: Kinds): CheckedGraphs {
  const { diagnostics, kinds } = checkDocuments(filesAboutGraphs(files), known, library);
  const onHub = files.filter(({ path }) => path.startsWith('hub/'));
  const byHand = filesWithGraphs(onHub).filter(({ path }) => ownGraphName(path) === undefined);
  const withRights = new Set([...byHand, ...filesWithRights(onHub)]);
  const missing = checkRights([...withRights], kinds, kroClusterRole('', usedKinds(everyGraph)).rules);
  const log = newDiagnosticLog();
  log.add([...diagnostics, ...missing]);
  return { diagnostics: log.sorted(), kinds };
}
