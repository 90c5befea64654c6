import { patternProblem } from '../../schema/structural/pattern-problem.ts';
import { run } from '../evaluate/run.ts';
import { failure, isFailure } from '../evaluate/value.ts';
import type { CelProblem } from '../problem.ts';
import type { Call, Expression } from '../syntax/expression.ts';
import { type CelType, formatType } from '../types/cel-type.ts';
import { sameType } from '../types/same-type.ts';

const conversions = ['bool', 'bytes', 'double', 'duration', 'int', 'string', 'timestamp', 'uint'];
const searches = ['matches', 'find', 'findAll'];

/**
 * What API servers refuse of what is written out in the rules of a CRD, and kro does not in its expressions: patterns that
 * are none, constants that cannot be converted, and lists and maps of values of several types. After cel-go's
 * cel/validator.go and interpreter/decorators.go.
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
      case 'list':
        for (const { value } of at.items) visit(value, isMixed);
        if (!isMixed) demandOneType(at.items);
        return;
      case 'map':
        for (const { key, value } of at.entries) for (const part of [key, value]) visit(part, isMixed);
        if (isMixed) return;
        demandOneType(at.entries.map(({ key }) => ({ value: key, optional: false })));
        demandOneType(at.entries);
        return;
      case 'comprehension':
        for (const part of [at.range, at.init, at.condition, at.step, at.result]) visit(part, isMixed);
        return;
      default:
        return;
    }
  }

  function visitCall(call: Call, isMixed: boolean): void {
    const { name, target, args } = call;
    for (const part of target === undefined ? args : [target, ...args]) visit(part, isMixed);
    const [first] = args;
    if (first?.kind === 'literal' && first.literal.type === 'string' && searches.includes(name)) {
      const problem = patternProblem(first.literal.value);
      if (problem !== undefined) refuse(`This is no pattern: ${problem}.`, first);
    }
    if (!isConversion(call) || !call.args.every(isConstant)) return;
    const value = run(call, '', (missing) => failure(`there is no ${missing}`));
    if (isFailure(value)) refuse(`This cannot be computed: ${value.message}.`, call);
  }

  function demandOneType([first, ...others]: readonly Entry[]): void {
    if (first === undefined) return;
    const expected = typeOfEntry(first);
    const other = others.find((each) => !sameType(typeOfEntry(each), expected));
    if (other === undefined) return;
    const types = `${formatType(expected)} and ${formatType(typeOfEntry(other))}`;
    refuse(`The values of one list, and those of one map, are of one type in a rule, and not ${types}.`, other.value);
  }

  /** An optional entry is there or not; what it is there with counts. */
  function typeOfEntry({ value, optional }: Entry): CelType {
    const type = typeOf(value);
    return optional && type.kind === 'optional' ? type.value : type;
  }

  visit(root, false);
  return found;
}

interface Entry {
  readonly value: Expression;
  readonly optional: boolean;
}

const isConversion = ({ name, target, args }: Call): boolean =>
  target === undefined && args.length === 1 && conversions.includes(name);

function isConstant(at: Expression): boolean {
  if (at.kind === 'list') return at.items.every(({ value }) => isConstant(value));
  return at.kind === 'literal' || (at.kind === 'call' && isConversion(at) && at.args.every(isConstant));
}
