import type { Trace } from '../model/manifest.ts';
import type { Path } from '../source/path.ts';

/** The trace that leads nearest to a field; of two alike, the later. */
export function nearestTrace(path: Path, traces: readonly Trace[]): Trace | undefined {
  let best: Trace | undefined;
  for (const trace of traces) {
    const leads = trace.at.length <= path.length && trace.at.every((segment, i) => segment === path[i]);
    if (leads && (best === undefined || trace.at.length >= best.at.length)) best = trace;
  }
  return best;
}
