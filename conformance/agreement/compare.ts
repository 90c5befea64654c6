import type { Answer } from './ask-oracle.ts';
import type { Verdict } from './check-cases.ts';
import type { GraphCase } from './corpus/graph-case.ts';
import { classify, unwritable } from './messages.ts';

/** `subject`: both refuse, but nothing of ours is about what kro names. */
export type Difference = 'false accept' | 'false reject' | 'subject';

export interface Compared {
  readonly judged: GraphCase;
  /** Of kro's refusal; where kro accepts, of ours. */
  readonly check: string;
  readonly difference?: Difference;
  readonly answer: Answer;
  readonly verdict: Verdict;
}

/** A key with strange characters is written in brackets by one and after a dot by the other. */
const plain = (text: string): string => text.replaceAll('\\"', '"').replace(/\[["']((?:[^"'\\]|\\.)*)["']\]/g, '.$1');

/** kro names one fault, in no certain order where there are several: ours must have it among theirs. */
const isAbout = ({ problems }: Verdict, subject: readonly string[]): boolean =>
  problems.some(({ text }) => subject.every((part) => plain(text).includes(plain(part))));

export function compare(judged: GraphCase, answer: Answer, verdict: Verdict): Compared {
  const parts = { judged, answer, verdict };
  if (answer.accepted) {
    const isUnmeasured = answer.open === true && verdict.problems.every(({ number }) => number === unwritable);
    if (isUnmeasured) return { ...parts, check: '' };
    const check = verdict.problems[0]?.number ?? '';
    return verdict.accepted ? { ...parts, check } : { ...parts, check, difference: 'false reject' };
  }
  const { check, subject } = classify(answer);
  if (verdict.accepted) return { ...parts, check, difference: 'false accept' };
  return isAbout(verdict, subject) ? { ...parts, check } : { ...parts, check, difference: 'subject' };
}
