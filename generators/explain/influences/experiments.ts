import type { Fleet } from '../../model/fleet.ts';
import type { Owner, OwnerDraft } from '../../model/output.ts';
import { type SharedManifests, sharedManifests } from '../../owners/shared-manifests.ts';
import type { Subject } from '../subjects.ts';
import { type ChangedFleet, changedFleets } from './changed-fleets.ts';
import { changedLines } from './changed-lines.ts';
import type { Field } from './fields.ts';
import { drafter, textsOf } from './owner-texts.ts';

/** Numbers of lines (from 1) by path of their file. */
export type LinesByFile = ReadonlyMap<string, readonly number[]>;

/**
 * Finds which lines come from a field by making the fleet again with another value in its place: what then differs is
 * what the field makes. So nothing has to be said twice, once to generate and once to explain.
 */
export interface Experiments {
  /** What an owner writes. */
  readonly draft: (owner: Owner) => OwnerDraft;
  /** The text of its files, by path. */
  readonly texts: (owner: Owner) => ReadonlyMap<string, string>;
  /** The lines of an owner that a field makes. */
  readonly linesOf: (subject: Subject, field: Field, owner: Owner) => Promise<LinesByFile>;
}

/** `draftWith`: what makes the files of a fleet. */
export async function newExperiments(fleet: Fleet, draftWith = drafter): Promise<Experiments> {
  const shared = await sharedManifests(fleet);
  const draft = draftWith(fleet, shared);
  const known = new Map<string, ReadonlyMap<string, string>>();
  const texts = (owner: Owner): ReadonlyMap<string, string> => {
    const key = `${owner.kind} ${owner.name}`;
    const before = known.get(key) ?? textsOf(draft(owner));
    known.set(key, before);
    return before;
  };
  return {
    draft,
    texts,
    async linesOf(subject, field, owner) {
      for (const changed of changedFleets(fleet, subject, field)) {
        const drafted = async () => draftWith(changed.fleet, await sharedFor(changed.fleet, fleet, shared));
        const after = await textsAfter(changed, owner, subject, drafted);
        const lines = after && differences(texts(owner), after, changed.renamed);
        // What only adds lines says nothing of those that are there: three zones instead of two, where two instead of three would.
        if (lines !== undefined && lines.size > 0) return lines;
      }
      return new Map();
    },
  };
}

/** Objects of teams and overlays are made anew only where they may differ. */
function sharedFor(changed: Fleet, fleet: Fleet, shared: SharedManifests): SharedManifests | Promise<SharedManifests> {
  const isSame =
    changed.teams === fleet.teams && changed.bases === fleet.bases && changed.components === fleet.components;
  return isSame ? shared : sharedManifests(changed);
}

/**
 * Undefined where nothing can be made of a guess, as generators rely on what is checked before them. At any other value an
 * exception is a fault of ours and goes on.
 */
async function textsAfter(
  { fleet, renamed, isGuess }: ChangedFleet,
  owner: Owner,
  subject: Subject,
  drafted: () => Promise<(owner: Owner) => OwnerDraft>,
): Promise<ReadonlyMap<string, string> | undefined> {
  const isRenamed =
    renamed?.from === owner.name && owner.kind === 'spoke' && subject.kind === 'spoke' && subject.name === owner.name;
  const name = isRenamed && !fleet.spokes.has(owner.name) ? renamed.to : owner.name;
  try {
    return textsOf((await drafted())({ ...owner, name }));
  } catch (error) {
    if (isGuess) return undefined;
    throw error;
  }
}

function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  renamed: ChangedFleet['renamed'],
): LinesByFile {
  const back = new Map(
    [...after].map(([path, text]) => [renamed ? path.replaceAll(renamed.to, renamed.from) : path, text]),
  );
  const lines = new Map<string, readonly number[]>();
  for (const [path, text] of before) {
    const changed = changedLines(text, back.get(path) ?? '');
    if (changed.length > 0) lines.set(path, changed);
  }
  return lines;
}
