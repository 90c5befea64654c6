import { patternProblem } from '../simple-schema/pattern-problem.ts';
import { type CelType, formatType } from './cel-type.ts';
import { parseDuration, parseMoment } from './evaluate/functions/time-text.ts';
import type { Call, Expression } from './expression.ts';
import type { CelProblem } from './problem.ts';
import { sameType } from './same-type.ts';

/**
 * What API servers refuse of what is written out in the rules of a CRD, and kro does not in its expressions: patterns,
 * durations and moments that are none, and lists and maps of values of several types. After cel-go's cel/validator.go.
 */
export function checkLiterals(root: Expression, typeOf: (at: Expression) => CelType): CelProblem | undefined {
  let found: CelProblem | undefined;

  function refuse(message: string, { start, end }: Expression): void {
    found ??= { kind: 'type-mismatch', message, start, end };
  }

  /** `isMixed`: within a call of format(), which takes values of any type. */
  function visit(at: Expression, isMixed: boolean): void {
    switch (at.kind) {
      case 'select':
        visit(at.operand, isMixed);
        return;
      case 'call':
        visitCall(at, isMixed || at.name === 'format');
        return;
      case 'list': {
        const values = at.items.map(({ value }) => value);
        for (const value of values) visit(value, isMixed);
        if (!isMixed) demandOneType(values);
        return;
      }
      case 'map':
        for (const { key, value } of at.entries) for (const part of [key, value]) visit(part, isMixed);
        if (isMixed) return;
        demandOneType(at.entries.map(({ key }) => key));
        demandOneType(at.entries.map(({ value }) => value));
        return;
      case 'comprehension':
        for (const part of [at.range, at.init, at.condition, at.step, at.result]) visit(part, isMixed);
        return;
      default:
        return;
    }
  }

  function visitCall({ name, target, args }: Call, isMixed: boolean): void {
    for (const part of target === undefined ? args : [target, ...args]) visit(part, isMixed);
    const [first] = args;
    if (first?.kind !== 'literal' || first.literal.type !== 'string') return;
    const { value } = first.literal;
    const problem = name === 'matches' ? patternProblem(value) : undefined;
    if (problem !== undefined) refuse(`This is no pattern: ${problem}.`, first);
    if (name === 'duration' && parseDuration(value) === undefined) refuse(`"${value}" is no duration.`, first);
    if (name === 'timestamp' && parseMoment(value) === undefined) refuse(`"${value}" is no moment.`, first);
  }

  function demandOneType([first, ...others]: readonly Expression[]): void {
    if (first === undefined) return;
    const wanted = typeOf(first);
    const other = others.find((each) => !sameType(typeOf(each), wanted));
    if (other === undefined) return;
    const types = `${formatType(wanted)} and ${formatType(typeOf(other))}`;
    refuse(`The values of one list, and those of one map, are of one type in a rule, and not ${types}.`, other);
  }

  visit(root, false);
  return found;
}
