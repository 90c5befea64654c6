import type { CrdLike } from '../kinds-with.ts';

/**
 * Who refuses what breaks a rule, and the rule's place in that one's list: `R` the API server, a graph; `B` kro's builder;
 * `C` the API server, the CRD that kro makes, or kro, a change of it; `I` nobody before there is an instance; `F` nobody: it
 * is about the file, or what was surely meant.
 */
export type RuleNumber = `${'R' | 'B' | 'C' | 'I' | 'F'}${number}`;

/** A rule for ResourceGraphDefinitions. Its examples are its tests: the bad one gives exactly one diagnostic, with its code. */
export interface Rule {
  readonly number: RuleNumber;
  readonly severity: 'error' | 'warning';
  /** One sentence: what must hold. */
  readonly summary: string;
  /** Why it must hold, and what to do, in a few sentences. */
  readonly details: string;
  readonly good: string;
  readonly bad: string;
  /** A CustomResourceDefinition that the cluster of the examples has besides. */
  readonly crd?: CrdLike;
  /** The version of the graph that both examples take the place of. */
  readonly before?: string;
  /** A graph that is delivered together with the examples. */
  readonly beside?: string;
  /** A ClusterRole that is delivered together with the examples; kro has no rights but those. */
  readonly role?: string;
}

export type Rules = Readonly<Record<`kro/${string}`, Rule>>;
