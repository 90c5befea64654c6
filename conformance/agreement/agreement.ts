import { askOracle } from './ask-oracle.ts';
import { checkCases, readKinds } from './check-cases.ts';
import { type Compared, compare } from './compare.ts';
import type { GraphCase } from './corpus/graph-case.ts';
import { readKroExamples } from './corpus/kro-examples.ts';
import { readKroTests } from './corpus/kro-tests.ts';
import { libraryCases } from './corpus/library.ts';
import { mutate } from './corpus/mutate.ts';
import { classify } from './messages.ts';

/** What prepare.mjs made, and how the mutations are chosen. */
export interface AgreementSettings {
  readonly oracle: readonly string[];
  readonly kro: string;
  readonly kroTests: string;
  readonly kinds: string;
  readonly seed: number;
  readonly mutations: number;
}

export interface Agreement {
  readonly compared: readonly Compared[];
  /** Why cases were left out, and how many. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Cases by where they come from. */
  readonly sources: Readonly<Record<string, number>>;
}

const unknownKind = /Kind=(\w+)/;

/** Runs kro and our check over the corpus. */
export function measureAgreement(settings: AgreementSettings): Agreement {
  const leftOut = new Map<string, number>();
  const leave = (why: string, count = 1) => leftOut.set(why, (leftOut.get(why) ?? 0) + count);

  const examples = readKroExamples(settings.kro);
  if (examples.unreadable > 0) leave('examples that are no YAML', examples.unreadable);
  const tests = readKroTests(settings.kroTests);
  for (const [why, count] of tests.leftOut) leave(why, count);
  const library = libraryCases();
  const originals = [...examples.cases, ...tests.cases, ...library];
  const answers = askOracle(settings.oracle, originals);
  const judged: { readonly one: GraphCase; readonly answer: (typeof answers)[number] }[] = [];
  for (const [index, one] of originals.entries()) {
    const answer = answers[index];
    if (answer === undefined) continue;
    const kind =
      index < examples.cases.length && classify(answer).check === 'B17' && unknownKind.exec(answer.error ?? '');
    if (answer.stage === 'context') leave('tests with a CRD that no API server takes');
    else if (kind) leave(`examples with kind ${kind[1]}`);
    else judged.push({ one, answer });
  }

  const accepted = judged.filter(({ answer }) => answer.accepted).map(({ one }) => one);
  const mutations = mutate(accepted, settings.mutations, settings.seed);
  const mutationAnswers = askOracle(settings.oracle, mutations);
  for (const [index, one] of mutations.entries()) {
    const answer = mutationAnswers[index];
    if (answer !== undefined) judged.push({ one, answer });
  }
  const verdicts = checkCases(
    judged.map(({ one }) => one),
    readKinds(settings.kinds),
  );
  const compared = judged.flatMap(({ one, answer }, index) => {
    const verdict = verdicts[index];
    return verdict === undefined ? [] : [compare(one, answer, verdict)];
  });
  const { length: total } = judged;
  const sources = {
    examples: examples.cases.length,
    tests: tests.cases.length,
    library: library.length,
    mutations: mutations.length,
    total,
  };
  return { compared, leftOut, sources };
}
