import { type Answer, askOracle } from './ask-oracle.ts';
import { checkCases, readKinds } from './check-cases.ts';
import { type Compared, compare } from './compare.ts';
import { type CelText, celExpressionCases, readCelTexts } from './corpus/cel-expressions.ts';
import type { GraphCase } from './corpus/graph-case.ts';
import { readKroExamples } from './corpus/kro-examples.ts';
import { readKroTests } from './corpus/kro-tests.ts';
import { libraryCases } from './corpus/library.ts';
import { mutate } from './corpus/mutate.ts';
import { ruleCostCases } from './corpus/rule-costs.ts';
import { verdictCases } from './corpus/verdicts.ts';
import { knownCases } from './known-disagreements.ts';
import { classify } from './messages.ts';

/** What prepare.mjs made, and how the mutations are chosen. */
export interface AgreementSettings {
  readonly oracle: readonly string[];
  /** Folders of Go modules, by name. */
  readonly modules: Readonly<Record<string, string>>;
  readonly kroTests: string;
  readonly kinds: string;
  readonly seed: number;
  readonly mutations: number;
}

export interface Agreement {
  readonly compared: readonly Compared[];
  /** Why cases were left out, and how many. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** Kinds of examples that are left out because nothing describes them here, and of how many. */
  readonly unknownKinds: ReadonlyMap<string, number>;
  /** Cases by where they come from. */
  readonly sources: Readonly<Record<string, number>>;
}

type Leave = (why: string, count?: number) => void;

const countIn =
  (counts: Map<string, number>): Leave =>
  (why, count = 1) =>
    void counts.set(why, (counts.get(why) ?? 0) + count);

interface Judged {
  readonly one: GraphCase;
  readonly answer: Answer;
}

/** Cases with kro's answers. */
function ask(oracle: readonly string[], cases: readonly GraphCase[]): Judged[] {
  const answers = askOracle(oracle, cases);
  return cases.flatMap((one, index) => {
    const answer = answers[index];
    return answer === undefined ? [] : [{ one, answer }];
  });
}

function judgeExamples({ oracle, modules }: AgreementSettings, leave: Leave, leaveKind: Leave): Judged[] {
  const { cases, unreadable } = readKroExamples(modules['github.com/kubernetes-sigs/kro'] ?? '');
  if (unreadable > 0) leave('examples that are no YAML', unreadable);
  return ask(oracle, cases).filter(({ answer }) => {
    if (answer.stage === 'context') leave('examples of which another one, that they use, is refused');
    const kind = classify(answer).check === 'B17' && /Kind=(\w+)/.exec(answer.error ?? '')?.[1];
    if (kind) leaveKind(kind);
    return !kind && answer.stage !== 'context';
  });
}

function judgeTests({ oracle, kroTests }: AgreementSettings, leave: Leave): Judged[] {
  const { cases, leftOut } = readKroTests(kroTests);
  for (const [why, count] of leftOut) leave(why, count);
  return ask(oracle, cases).filter(({ answer }) => {
    const impossible = answer.stage === 'context';
    if (impossible) leave('tests with a CRD that no API server takes');
    return !impossible;
  });
}

/** Texts that are no expressions, or have variables of their own tests, say nothing. */
function judgeExpressions({ oracle }: AgreementSettings, texts: readonly CelText[]): Judged[] {
  const judged = ask(oracle, celExpressionCases(texts));
  return judged.filter(({ answer }) => !['B51', 'B52'].includes(classify(answer).check));
}

/** Runs kro and our check over the corpus. */
export function measureAgreement(settings: AgreementSettings): Agreement {
  const [leftOut, unknownKinds] = [new Map<string, number>(), new Map<string, number>()];
  const leave = countIn(leftOut);
  const examples = judgeExamples(settings, leave, countIn(unknownKinds));
  const tests = judgeTests(settings, leave);
  const library = ask(settings.oracle, libraryCases());
  const known = ask(settings.oracle, knownCases());
  const settled = ask(settings.oracle, verdictCases());
  const texts = readCelTexts(settings.modules);
  const expressions = judgeExpressions(settings, texts);
  const ruleCosts = ask(settings.oracle, ruleCostCases(texts));

  const accepted = [
    ...examples,
    ...tests,
    ...library,
    ...expressions.filter((_, index) => index % expressionShare === 0),
  ]
    .filter(({ answer }) => answer.accepted)
    .map(({ one }) => one);
  const mutations = ask(settings.oracle, mutate(accepted, settings.mutations, settings.seed));
  const judged = [...examples, ...tests, ...library, ...known, ...settled, ...expressions, ...ruleCosts, ...mutations];
  const verdicts = checkCases(
    judged.map(({ one }) => one),
    readKinds(settings.kinds),
  );
  const compared = judged.flatMap(({ one, answer }, index) => {
    const verdict = verdicts[index];
    return verdict === undefined ? [] : [compare(one, answer, verdict)];
  });
  const sources = Object.entries({
    examples,
    tests,
    library,
    known,
    settled,
    expressions,
    'rule costs': ruleCosts,
    mutations,
  });
  return {
    compared,
    leftOut,
    unknownKinds,
    sources: Object.fromEntries(sources.map(([name, { length }]) => [name, length])),
  };
}

/** One in so many expressions is mutated too: there are more of them than of whole graphs. */
const expressionShare = 8;
