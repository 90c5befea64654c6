import type { CelType } from '../types/cel-type.ts';
import type { Argument, CallCost, CalledFunction } from './called-function.ts';
import { multiplySizes, newList, perCharacter, plus, type Size, scale, sized, times, unlimited } from './size.ts';

/** What cel-go says of its extensions, in the versions that Kubernetes takes: ext/lists.go and ext/sets.go. Undefined for other functions. */
export function extensionCallCost({ name, overload, target, args }: CalledFunction): CallCost | undefined {
  const [first, second] = args;
  switch (name) {
    case 'slice': {
      if (target === undefined || first === undefined || second === undefined) return undefined;
      const length = numberOf(second, target.size.max) - numberOf(first, 0);
      return listCost(sized(length < 0 ? plus(length, unlimited) : length));
    }
    case 'lists.range':
      return first && listCost(sized(numberOf(first, unlimited)));
    case 'reverse':
      return target && listCost(target.size);
    case 'flatten':
      return target && listCost(target.size, first === undefined ? 1 : numberOf(first, unlimited));
    case 'distinct':
      return target && listCost(multiplySizes(target.size, target.size), comparisons(elementOf(target.type)));
    case 'sort':
      return target && listCost(multiplySizes(target.size, target.size), comparisons(elementOf(overload.args[0])));
    case '@sortByAssociatedKeys':
      return first && listCost(multiplySizes(first.size, first.size), comparisons(elementOf(overload.args[1])));
    case 'sets.contains':
    case 'sets.intersects':
      return first && second && { cost: plus(times(first.size.max, second.size.max), 1) };
    case 'sets.equivalent':
      return first && second && { cost: plus(times(2, times(first.size.max, second.size.max)), 1) };
    default:
      return undefined;
  }
}

/** Of making a list of this size, with so many steps for each item. */
function listCost(size: Size, steps = 1): CallCost {
  return { cost: plus(scale(size.max, steps), newList + 1), size };
}

const elementOf = (type: CelType | undefined): CelType['kind'] => (type?.kind === 'list' ? type.element.kind : 'dyn');

/** Of two items. */
const comparisons = (kind: CelType['kind']): number => (kind === 'string' || kind === 'bytes' ? 2 + perCharacter : 2);

function numberOf({ expression }: Argument, otherwise: number): number {
  if (expression.kind !== 'literal' || expression.literal.type !== 'int') return otherwise;
  return Math.max(0, Number(expression.literal.value));
}
