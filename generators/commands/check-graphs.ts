import { accept } from '../codes/accept.ts';
import { asErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readRepositoryFolders } from '../disk/read-files.ts';
import { realDisk } from '../disk/real-disk.ts';
import { vendoredKinds } from '../disk/vendored-kinds.ts';
import { readBaseFiles } from '../emit/records/read-base-files.ts';
import { checkDocuments } from '../kro/check-documents.ts';
import { compareDocuments } from '../kro/compare/compare-documents.ts';
import { checkRights } from '../kro/rights/check-rights.ts';
import { kroClusterRole } from '../kro/rights/cluster-role.ts';
import { changeRules } from '../kro/rules/change-rules.ts';
import { rgds } from '../rgds/registry.ts';
import { usedKinds } from '../rgds/render-kro-rbac.ts';
import { renderRgd } from '../rgds/render-rgd.ts';
import type { Source } from '../source/source.ts';
import { graphFolders, withGraphs } from './own-graphs.ts';

/** Where those of the library are written. */
const libraryFolder = 'out/shared';

// What a file looks as if it had in it.
const instance = /\bkro\.run\//;
const crd = /\bCustomResourceDefinition\b/;
const rights = /\baggregate-to-controller\b/;

const filesWith = (sources: readonly Source[], ...any: readonly RegExp[]): readonly Source[] =>
  sources.filter(({ text }) => any.some((one) => one.test(text)));

export interface CheckedGraphs {
  readonly diagnostics: readonly Diagnostic[];
  /** Files below hub/ with graphs: they are checked, and nobody delivers them. */
  readonly filesOnHub: number;
}

/**
 * What kro would refuse of the graphs that people wrote, of their instances, and of the library's graphs, which they may
 * use. Kinds are those that this program knows, and those whose CRD is in the same folders. With a `base`, also what becomes
 * of the instances and objects of the graphs that it has: of the library's too, as a newer compiler may bring others.
 * On hubs kro may only what ClusterRoles say: for graphs in hub/ they must be there, too.
 */
export function checkGraphs(root: string, base?: string): CheckedGraphs {
  const { sources, problems } = readRepositoryFolders(root, graphFolders);
  const library = Object.values(rgds);
  const given = library.map((rgd) => ({ object: renderRgd(rgd, library) }));
  const relevant = filesAboutGraphs(sources);
  const { diagnostics, kinds } = checkDocuments(relevant, vendoredKinds(), given);
  const isOnHub = ({ path }: Source): boolean => path.startsWith('hub/');
  const onHub = [...withGraphs(sources), ...filesWith(sources, rights)].filter(isOnHub);
  const missing = checkRights([...new Set(onHub)], kinds, kroClusterRole('', usedKinds(library)).rules);
  const found = [...asErrors(problems), ...diagnostics, ...missing];
  const filesOnHub = withGraphs(sources).filter(isOnHub).length;
  if (base === undefined) return { diagnostics: accept(found, sources, { isSought }), filesOnHub };
  const before = readBaseFiles(realDisk(), root, base, [...graphFolders, libraryFolder]);
  const after = withGraphs([...sources, ...readRepositoryFolders(root, [libraryFolder]).sources]);
  const changes = compareDocuments(withGraphs(before.sources), after, kinds);
  const all = [...found, ...before.problems, ...changes];
  return { diagnostics: accept(all, sources, { isSought }), filesOnHub };
}

/** What else stands in `spokes` is looked at when the fleet is compiled; a change is there once. */
function isSought(code: string, path: string): boolean {
  return (code.startsWith('kro/') || path.startsWith('hub/')) && !Object.hasOwn(changeRules, code);
}

/** CRDs can be large: they are read for the graphs that use them. */
function filesAboutGraphs(sources: readonly Source[]): readonly Source[] {
  const graphs = withGraphs(sources);
  if (graphs.length === 0) return filesWith(sources, instance);
  return [...new Set([...graphs, ...filesWith(sources, instance, crd)])];
}
