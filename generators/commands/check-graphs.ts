import { asErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkDocuments } from '../kro/check-documents.ts';
import { readFilesIfThere } from '../load/read-files.ts';
import { vendoredKinds } from '../load/vendored-kinds.ts';
import { rgds } from '../rgds/registry.gen.ts';
import { renderRgd } from '../rgds/render-rgd.ts';

/** Folders in which people keep graphs of their own. */
const folders = ['hub', 'spokes'];

/** Looks as if it had a graph, an instance of one, or a kind that one may use. */
const aboutGraphs = /\bResourceGraphDefinition\b|\bkro\.run\/|\bCustomResourceDefinition\b/;

/**
 * What kro would refuse of the graphs that people wrote, of their instances, and of the library's graphs, which they may
 * use. Kinds are those that this program knows, and those whose CRD is in the same folders.
 */
export function checkGraphs(root: string): readonly Diagnostic[] {
  const { sources, problems } = readFilesIfThere(root, folders);
  const library = Object.values(rgds);
  const given = library.map((rgd) => ({ object: renderRgd(rgd, library) }));
  const wanted = sources.filter(({ text }) => aboutGraphs.test(text));
  return [...asErrors(problems), ...checkDocuments(wanted, vendoredKinds(), given).diagnostics];
}
