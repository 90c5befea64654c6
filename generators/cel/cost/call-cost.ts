import { operator } from '../syntax/expression.ts';
import type { CelType } from '../types/cel-type.ts';
import { type Argument, type CallCost, type CalledFunction, matchCost, textCost } from './called-function.ts';
import { extensionCallCost } from './extension-call-cost.ts';
import { kubernetesCallCost } from './kubernetes-call-cost.ts';
import { addSizes, perCharacter, type Size, scale, times } from './size.ts';

/** What a call costs that is no `&&`, `||` or `? :`. After cel-go's checker/cost.go. */
export function callCost(called: CalledFunction): CallCost {
  return extensionCallCost(called) ?? kubernetesCallCost(called) ?? standardCost(called) ?? { cost: 1 };
}

function standardCost({ name, overload, target, args }: CalledFunction): CallCost | undefined {
  const [first, second] = args;
  const [kind] = overload.args.map((type) => type.kind);
  switch (name) {
    case 'format':
      return target && { cost: textCost(target) };
    case 'bytes':
      if (kind !== 'string' || first === undefined) return undefined;
      return { cost: textCost(first), size: { min: first.size.min, max: times(first.size.max, 4) } };
    case 'string':
      if (kind !== 'bytes' || first === undefined) return undefined;
      return { cost: textCost(first), size: { min: Math.floor(first.size.min / 4), max: first.size.max } };
    case 'strings.quote':
      return first && { cost: textCost(first), size: { min: first.size.min + 2, max: times(first.size.max, 2) + 2 } };
    case 'startsWith':
    case 'endsWith':
      return first && { cost: textCost(first) };
    case 'contains':
      return target && first && { cost: times(textCost(target), textCost(first)) };
    case 'matches': {
      const [text, pattern] = target === undefined ? [first, second] : [target, first];
      return text && pattern && { cost: matchCost(text, pattern) };
    }
    case operator.in:
      return overload.args[1]?.kind === 'list' && second ? { cost: second.size.max } : undefined;
    case operator.add:
      if (first === undefined || second === undefined) return undefined;
      return additionCost(kind, addSizes(first.size, second.size));
    case '_<_':
    case '_<=_':
    case '_>_':
    case '_>=_':
      return kind === 'string' || kind === 'bytes' ? comparisonCost(first, second) : undefined;
    case operator.equals:
    case '_!=_':
      return comparisonCost(first, second);
    default:
      return undefined;
  }
}

function additionCost(kind: CelType['kind'] | undefined, size: Size): CallCost | undefined {
  if (kind === 'list') return { cost: 1, size };
  return kind === 'string' || kind === 'bytes' ? { cost: scale(size.max, perCharacter), size } : undefined;
}

/** It ends with the shorter one. */
function comparisonCost(first: Argument | undefined, second: Argument | undefined): CallCost | undefined {
  return first && second && { cost: scale(Math.min(first.size.max, second.size.max), perCharacter) };
}
