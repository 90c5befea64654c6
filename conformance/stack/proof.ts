import type { Stack } from './stack.ts';

/** One line of what was seen; it is printed below the verdict. */
export type Evidence = (line: string) => void;

/** A file of conformance/proofs/ exports one by default. It throws what does not hold. */
export interface Proof {
  readonly name: string;
  /** Whether it begins with nothing but an empty hub. The others go on with what is there, in the order of their files. */
  readonly fresh?: boolean;
  run(stack: Stack, evidence: Evidence): Promise<void>;
}
