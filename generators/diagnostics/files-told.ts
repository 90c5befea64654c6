import type { Origin } from '../source/origin.ts';
import type { Source } from '../source/source.ts';
import type { Problem } from './diagnostic.ts';

/** The files with a place that a problem names. */
export function filesTold({ at, notes = [], edits = [] }: Problem): readonly Source[] {
  const all: readonly (Origin | undefined)[] = [
    at,
    ...notes.map((note) => note.at),
    ...edits.map((edit) => ('at' in edit ? edit.at : undefined)),
  ];
  return all.flatMap((origin) => origin?.span?.source.of?.file ?? origin?.span?.source ?? []);
}
