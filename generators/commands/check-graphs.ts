import { accept } from '../codes/accept.ts';
import { asErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readBaseFiles } from '../emit/read-base-files.ts';
import { realDisk } from '../emit/real-disk.ts';
import { checkDocuments } from '../kro/check-documents.ts';
import { compareDocuments } from '../kro/compare/compare-documents.ts';
import { checkRights } from '../kro/rights/check-rights.ts';
import { kroClusterRole } from '../kro/rights/cluster-role.ts';
import { changeRules } from '../kro/rules/change-rules.ts';
import { readRepositoryFolders } from '../load/read-files.ts';
import { vendoredKinds } from '../load/vendored-kinds.ts';
import { rgds } from '../rgds/registry.gen.ts';
import { libraryKinds } from '../rgds/render-kro-rbac.ts';
import { renderRgd } from '../rgds/render-rgd.ts';
import type { Source } from '../source/source.ts';

/** Folders in which people keep graphs of their own. */
const folders = ['hub', 'spokes'];
/** Where those of the library are written. */
const libraryFolder = 'out/shared';

// What a file looks as if it had in it.
const graph = /\bResourceGraphDefinition\b/;
const instance = /\bkro\.run\//;
const crd = /\bCustomResourceDefinition\b/;
const rights = /\baggregate-to-controller\b/;

const filesWith = (sources: readonly Source[], ...any: readonly RegExp[]): readonly Source[] =>
  sources.filter(({ text }) => any.some((one) => one.test(text)));

/**
 * What kro would refuse of the graphs that people wrote, of their instances, and of the library's graphs, which they may
 * use. Kinds are those that this program knows, and those whose CRD is in the same folders. With a `base`, also what becomes
 * of the instances and objects of the graphs that it has: of the library's too, as a newer compiler may bring others.
 * On hubs kro may only what ClusterRoles say: for graphs in hub/ they must be there, too.
 */
export function checkGraphs(root: string, base?: string): readonly Diagnostic[] {
  const { sources, problems } = readRepositoryFolders(root, folders);
  const library = Object.values(rgds);
  const given = library.map((rgd) => ({ object: renderRgd(rgd, library) }));
  const wanted = filesAboutGraphs(sources);
  const { diagnostics, kinds } = checkDocuments(wanted, vendoredKinds(), given);
  const onHub = filesWith(sources, graph, rights).filter(({ path }) => path.startsWith('hub/'));
  const missing = checkRights(onHub, kinds, kroClusterRole('', libraryKinds(library)).rules);
  const found = [...asErrors(problems), ...diagnostics, ...missing];
  if (base === undefined) return accept(found, sources, { isSought });
  const before = readBaseFiles(realDisk(), root, base, [...folders, libraryFolder]);
  const after = filesWith([...sources, ...readRepositoryFolders(root, [libraryFolder]).sources], graph);
  const changes = compareDocuments(filesWith(before.sources, graph), after, kinds);
  return accept([...found, ...before.problems, ...changes], sources, { isSought });
}

/** What else stands in `spokes` is looked at when the fleet is compiled; a change is there once. */
function isSought(code: string, path: string): boolean {
  return (code.startsWith('kro/') || path.startsWith('hub/')) && !Object.hasOwn(changeRules, code);
}

/** CRDs can be large: they are read for the graphs that use them. */
function filesAboutGraphs(sources: readonly Source[]): readonly Source[] {
  const hasGraphs = filesWith(sources, graph).length > 0;
  return hasGraphs ? filesWith(sources, graph, instance, crd) : filesWith(sources, instance);
}
