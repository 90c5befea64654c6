import type { Origin } from '../source/origin.ts';
import { didYouMean, nearestName } from '../util/did-you-mean.ts';
import type { Problem } from './diagnostic.ts';
import { repairBy } from './repair-by.ts';

interface Reference {
  /** What it should be the name of, such as `account`. */
  readonly what: string;
  readonly name: string;
  readonly known: Iterable<string>;
  /** The file that would make it known. */
  readonly file: string;
  readonly at: Origin;
  /** Whether an earlier build knew it. */
  readonly existed?: boolean;
}

/** A name that nothing has. It does not say who uses it: a layer that many spokes share is told about once. */
export function unknownName({ what, name, known, file, at, existed = false }: Reference): Problem {
  if (existed) {
    return {
      message: `"${name}" is no ${what} any more, but out/ has a record of it: it exists.`,
      at,
      help: `Restore ${file}.`,
    };
  }
  const names = [...known];
  const nearest = nearestName(name, names);
  return {
    message: `"${name}" is no ${what}.${didYouMean(name, names)}`,
    at,
    ...(nearest === undefined
      ? { help: `Write ${file}, or name one that is there.` }
      : repairBy({ at, write: nearest })),
  };
}
