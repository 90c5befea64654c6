import { newSharedText, printFiles } from '../../generate/lay-out.ts';
import type { Fleet } from '../../model/fleet.ts';
import type { Owner, OwnerDraft } from '../../model/output.ts';
import { ownerKinds } from '../../owners/owner-kinds.ts';
import type { SharedManifests } from '../../owners/shared-manifests.ts';

/** Drafts what an owner writes. */
export function drafter(fleet: Fleet, shared: SharedManifests): (owner: Owner) => OwnerDraft {
  return ({ kind, name }) => ownerKinds[kind].draft(fleet, name, shared).draft;
}

/** Text by path. */
export function textsOf(draft: OwnerDraft): ReadonlyMap<string, string> {
  return new Map(printFiles(draft, newSharedText()).map(({ path, content }) => [path, content]));
}
