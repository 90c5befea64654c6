import type { Facts, Owner } from '../../model/output.ts';

interface Living {
  readonly owner: Owner;
  readonly facts: Facts;
}

/** Whether it holds state in a cloud: it leaves step by step. */
export function isStateful({ owner: { kind } }: Living): boolean {
  return kind === 'spoke' || kind === 'network';
}

export function lifecycleOf({ facts }: Living): string {
  return facts['lifecycle'] ?? 'active';
}
