import type { Overload } from '../functions/signature.ts';
import type { Expression } from '../syntax/expression.ts';
import type { CelType } from '../types/cel-type.ts';
import { addSizes, perCharacter, perCharacterOfPattern, type Size, scale, sized, times } from './size.ts';

/** An argument of a call. */
export interface Argument {
  readonly expression: Expression;
  readonly type: CelType;
  readonly size: Size;
  /** Size of its items, if it is a list. */
  readonly itemSize: Size;
}

export interface CalledFunction {
  readonly name: string;
  readonly overload: Overload;
  /** What stands before the dot of a method. */
  readonly target: Argument | undefined;
  readonly args: readonly Argument[];
}

/** At most; without what its arguments cost. The size of what it gives, where that can be told. */
export interface CallCost {
  readonly cost: number;
  readonly size?: Size;
}

/** So many times through a text. */
export const textCost = ({ size }: Argument, passes = 1): number => scale(size.max, passes * perCharacter);

/** One more than the text has characters, so that an empty one is not free. */
export function matchCost(text: Argument, pattern: Argument): number {
  const steps = scale(addSizes(text.size, sized(1)).max, perCharacter);
  return times(steps, scale(pattern.size.max, perCharacterOfPattern));
}
