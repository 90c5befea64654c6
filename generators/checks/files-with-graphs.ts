import { ownGraphName } from '../load/authored-folders.ts';
import type { Source } from '../source/source.ts';

// What a file looks as if it had in it.
const graph = /\bResourceGraphDefinition\b/;
const instance = /\bkro\.run\//;
const crd = /\bCustomResourceDefinition\b/;
const rights = /\baggregate-to-controller\b/;
const yaml = /\.(ya?ml|json)$/i;

const filesWith = (files: readonly Source[], ...any: readonly RegExp[]): readonly Source[] =>
  files.filter(({ path, text }) => yaml.test(path) && any.some((one) => one.test(text)));

/** Those of `hub/graphs` too, whatever is in them: a file that cannot be read is told. */
export const filesWithGraphs = (files: readonly Source[]): readonly Source[] =>
  files.filter((file) => filesWith([file], graph).length > 0 || ownGraphName(file.path) !== undefined);

/** ClusterRoles for kro. */
export const filesWithRights = (files: readonly Source[]): readonly Source[] => filesWith(files, rights);

/** Graphs and their instances. CRDs can be large: they are read for the graphs that use them. */
export function filesAboutGraphs(files: readonly Source[]): readonly Source[] {
  const graphs = filesWithGraphs(files);
  if (graphs.length === 0) return filesWith(files, instance);
  return [...new Set([...graphs, ...filesWith(files, instance, crd)])];
}
