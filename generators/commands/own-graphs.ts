import { readRepositoryFolders } from '../disk/read-files.ts';
import type { Source } from '../source/source.ts';

/** Folders in which people keep graphs of their own. */
export const graphFolders: readonly string[] = ['hub', 'spokes'];

const graph = /\bResourceGraphDefinition\b/;

/** What looks as if it had a graph in it. */
export const withGraphs = (sources: readonly Source[]): readonly Source[] =>
  sources.filter(({ text }) => graph.test(text));

/** Whether people keep graphs in this repository: a look at a few files. */
export function hasOwnGraphs(root: string): boolean {
  return withGraphs(readRepositoryFolders(root, graphFolders).sources).length > 0;
}
