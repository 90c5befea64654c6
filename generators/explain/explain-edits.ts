import type { Compilation } from '../compile.ts';
import type { Note } from '../diagnostics/diagnostic.ts';
import type { TreeComparison } from '../emit/tree/compare-tree.ts';
import type { Edit } from '../emit/tree/out-problems.ts';

/** Files for which the very line is looked up: each takes as long as `explain` does. */
const MOST_LINES = 5;

/**
 * The comparison with a note at each file that was edited by hand: where in the configuration the same change belongs. That is
 * the line that makes the first changed line, or else the file of the owner.
 */
export async function explainEdits(
  comparison: TreeComparison,
  { fleet, parsed }: Compilation,
): Promise<TreeComparison> {
  if (comparison.edits.length === 0 || fleet === undefined || parsed === undefined) return comparison;
  const { sameChange, whereItBelongs } = await import('./where-it-belongs.ts');
  const { owners, files } = comparison.compiled;
  const ownFile = ({ path }: Edit): Note | undefined => {
    const record = files.get(path)?.record;
    const at = owners.find((owner) => owner.record === record)?.locate([]);
    return at?.span && sameChange(at);
  };
  const notes = new Map<Edit['problem'], Note | undefined>();
  for (const [index, edit] of comparison.edits.entries()) {
    const { path, line, problem } = edit;
    const isLookedUp = line !== undefined && index < MOST_LINES;
    const found = isLookedUp ? await whereItBelongs(path, line, fleet, parsed) : undefined;
    notes.set(problem, found ?? ownFile(edit));
  }
  const problems = comparison.problems.map((problem) => {
    const note = notes.get(problem);
    return note === undefined ? problem : { ...problem, notes: [...problem.notes, note] };
  });
  return { ...comparison, problems };
}
