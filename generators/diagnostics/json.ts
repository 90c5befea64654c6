import type { Origin } from '../source/origin.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type PlaceOf, placeFinder } from './place-of.ts';
import type { Reporter } from './reporter.ts';

/** For programs: an array with the same keys in every entry, `null` for what there is none of. */
export const reportJson: Reporter = (diagnostics) => {
  return `${JSON.stringify(jsonEntries(diagnostics), null, 2)}\n`;
};

/** Diagnostics as data, for a command that says more than what is wrong. */
export function jsonEntries(diagnostics: readonly Diagnostic[]): readonly object[] {
  const placeOf = placeFinder();
  return diagnostics.map((diagnostic) => entryOf(diagnostic, placeOf));
}

function entryOf({ code, severity, message, at, notes, help }: Diagnostic, placeOf: PlaceOf) {
  return {
    code,
    severity,
    message,
    ...rangeOf(at, placeOf),
    notes: notes.map((note) => ({ message: note.message, ...rangeOf(note.at, placeOf) })),
    help: help ?? null,
    subject: at?.of === undefined ? null : { kind: at.of.kind, name: at.of.name },
  };
}

function rangeOf(at: Origin | undefined, placeOf: PlaceOf) {
  const place = placeOf(at);
  return {
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    endLine: place?.endLine ?? null,
    endColumn: place?.endColumn ?? null,
  };
}
