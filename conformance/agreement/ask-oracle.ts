import { spawnSync } from 'node:child_process';
import type { GraphCase } from './corpus/graph-case.ts';

/** What the oracle says of a case; see oracle/main.go. */
export interface Answer {
  readonly name: string;
  readonly accepted: boolean;
  readonly stage?: 'context' | 'admission' | 'builder' | 'crd' | 'instance';
  readonly error?: string;
  /** Some expressions were not computed: what they give is not known. */
  readonly open?: boolean;
}

/** One answer for each case, in their order. */
export function askOracle([command = '', ...args]: readonly string[], cases: readonly GraphCase[]): Answer[] {
  if (cases.length === 0) return [];
  const input = cases.map((one) => JSON.stringify(one)).join('\n');
  const { status, stdout, stderr, error } = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (error) throw error;
  if (status !== 0) throw new Error(`the oracle failed: ${stderr}`);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
  if (answers.length !== cases.length) throw new Error(`${cases.length} cases, ${answers.length} answers`);
  return answers;
}
