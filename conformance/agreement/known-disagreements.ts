import type { Compared, Difference } from './compare.ts';
import { type GraphCase, makeGraph, printGraph } from './corpus/graph-case.ts';

/** Where we differ from kro and mean to, or cannot help it. `docs/reference/kro-agreement.md` is made of these. */
export interface KnownDisagreement {
  readonly title: string;
  /** kro's; where kro accepts, ours. */
  readonly check: string;
  readonly difference: Difference;
  /** In kro's message; where kro accepts, in ours. */
  readonly message: RegExp;
  /** An expression that shows it. */
  readonly example: string;
  readonly kro: string;
  readonly ours: string;
  readonly reason: string;
}

export const knownDisagreements: readonly KnownDisagreement[] = [
  {
    title: 'a message of protobuf',
    check: 'B51',
    difference: 'false reject',
    message: /no types to make objects of/,
    example: 'google.protobuf.StringValue{value: schema.spec.name}',
    kro: 'accepts the types that CEL brings along, and its own internal ones',
    ours: 'refuses the brace',
    reason:
      'No object of Kubernetes is such a message, and a text, a number or a map says the same. kro documents none of these types.',
  },
];

/** The example of each, to be judged like every other case. */
export function knownCases(): readonly GraphCase[] {
  return knownDisagreements.map(({ title, example }) => {
    const metadata = { name: 'a-config' };
    const template = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { key: `\${${example}}` } };
    const graph = printGraph(makeGraph({ spec: { name: 'string' } }, [{ id: 'config', template }]));
    return { name: `known: ${title}`, context: [], graph };
  });
}

/** The entry that explains a difference. */
export function explain({ check, difference, answer, verdict }: Compared): KnownDisagreement | undefined {
  const message = answer.error ?? verdict.problems.map(({ text }) => text).join('\n');
  return knownDisagreements.find(
    (known) => known.check === check && known.difference === difference && known.message.test(message),
  );
}

/** The titles of those that are no longer so: their example gives no difference, or another one. */
export function outdated(compared: readonly Compared[]): string[] {
  const shown = new Set(compared.map((one) => one.judged.name.startsWith('known: ') && explain(one)));
  return knownDisagreements.filter((known) => !shown.has(known)).map(({ title }) => title);
}
