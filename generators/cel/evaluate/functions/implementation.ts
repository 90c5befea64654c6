import type { ForeignPatterns } from '../../../schema/structural/foreign-patterns.ts';
import type { Value } from '../value.ts';

/** What a function gives; undefined for values that it does not take, for another of its name may. The receiver comes first. */
export type Implementation = (args: readonly Value[], patterns: ForeignPatterns) => Value | undefined;

export type Implementations = Readonly<Record<string, Implementation>>;
