import type { Compared, Difference } from './compare.ts';

/** Where we mean to differ from kro, or cannot help it; `docs/reference/kro-agreement.md` is made of it. */
export interface KnownDisagreement {
  readonly check: string;
  readonly difference: Difference;
  /** In kro's message; where kro accepts, in ours. */
  readonly message: RegExp;
  readonly example: string;
  readonly kro: string;
  readonly ours: string;
  readonly reason: string;
}

export const knownDisagreements: readonly KnownDisagreement[] = [];

/** The entry that explains a difference. */
export function explain({ check, difference, answer, verdict }: Compared): KnownDisagreement | undefined {
  const message = answer.error ?? verdict.problems.map(({ text }) => text).join('\n');
  return knownDisagreements.find(
    (known) => known.check === check && known.difference === difference && known.message.test(message),
  );
}
