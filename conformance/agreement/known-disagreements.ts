import type { Compared, Difference } from './compare.ts';
import { type GraphCase, type JsonObject, makeGraph, printGraph } from './corpus/graph-case.ts';

/** Where we differ from kro and mean to, or cannot help it. `docs/reference/kro-agreement.md` is made of these. */
export interface KnownDisagreement {
  readonly title: string;
  /** kro's; where kro accepts, ours. */
  readonly check: string;
  readonly difference: Difference;
  /** In kro's message; where kro accepts, in ours. */
  readonly message: RegExp;
  /** As the page shows it, and the graph that has it. */
  readonly example: string;
  readonly graph: (example: string) => string;
  readonly kro: string;
  readonly ours: string;
  readonly reason: string;
}

/** A text with the expression in it. */
function graphWith(expression: string): string {
  const metadata = { name: 'a-config' };
  const template = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { key: expression } };
  return printGraph(makeGraph({ spec: { name: 'string' } }, [{ id: 'config', template }]));
}

const graphOf = (schema: JsonObject) => printGraph(makeGraph(schema, []));

export const knownDisagreements: readonly KnownDisagreement[] = [
  {
    title: 'a message of protobuf',
    check: 'B51',
    difference: 'false reject',
    message: /no types to make objects of/,
    example: '${google.protobuf.StringValue{value: schema.spec.name}}',
    graph: graphWith,
    kro: 'accepts the types that CEL brings along, and internal ones of its own',
    ours: 'refuses it',
    reason:
      'No object of Kubernetes is such a message, and a text, a number or a map says the same. kro documents none of these types.',
  },
  {
    title: 'a default inside of a map',
    check: 'C1',
    difference: 'false reject',
    message: /default does not fit/,
    example: 'integer | default=1 minimum=2',
    graph: (age) => graphOf({ spec: { people: 'map[string]Person' }, types: { Person: { age } } }),
    kro: 'accepts it, because the API server looks at no default below a map',
    ours: 'refuses it',
    reason: 'The API server fills it in all the same, and then refuses every instance with such an entry.',
  },
  {
    title: 'bytes in YAML',
    check: 'B37',
    difference: 'false reject',
    message: /There is no type/,
    example: '!!binary c3RyaW5n',
    graph: (type) => graphOf({ spec: { name: 'TYPE' } }).replace('TYPE', type),
    kro: 'accepts it, because the YAML reader of Go decodes it: "string"',
    ours: 'takes the text as it stands',
    reason: 'No field of a graph is bytes, and Kubernetes writes bytes as plain text.',
  },
  {
    title: 'a quoted text that goes on further left',
    check: 'F1',
    difference: 'false reject',
    message: /never closed/,
    example: '"str\\\n  ing"',
    graph: (type) => graphOf({ spec: { name: 'TYPE' } }).replace('TYPE', type.replace('\\n', '\n')),
    kro: 'accepts it, because the YAML reader of Go does',
    ours: 'refuses it',
    reason: 'YAML wants the second line to be indented, and other readers refuse it too.',
  },
];

/** The example of each, to be judged like every other case. */
export const knownCases = (): readonly GraphCase[] =>
  knownDisagreements.map(({ title, example, graph }) => ({
    name: `known: ${title}`,
    context: [],
    graph: graph(example),
  }));

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
