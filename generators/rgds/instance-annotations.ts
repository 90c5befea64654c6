import type { Annotations, Mark } from '../model/marks.ts';

/**
 * Of every instance of the library. All stand in one wave, so that the sync ends at once and a commit can repair one that
 * is stuck; their kind is not in the same sync; and nothing that holds state goes without a person's approval.
 */
export function instanceAnnotations(mark: Mark): Annotations {
  return mark({ retention: 'confirm', kindMayBeMissing: true });
}
