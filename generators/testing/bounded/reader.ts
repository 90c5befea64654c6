import type { Random } from './random.ts';

/** Something that reads what a stranger may have written. */
export interface Reader {
  /** Real texts of its kind. */
  readonly samples: readonly string[];
  /** Bytes that an input may have; more is refused before it is read. */
  readonly mostBytes: number;
  /** How often it is taken: less if it takes long. */
  readonly weight: number;
  /** Reads one text to the end. Whatever is wrong with it is told as a value: an exception is a bug. */
  readonly read: (text: string, random: Random) => unknown;
}
