import { fillIn, type TextFacts } from '../../../model/fill-in.ts';
import type { Conditions, PolicyStatement } from '../../../model/policy-statement.ts';

/** The statement with the facts that its resources and the values of its conditions name. */
export function fillStatement({ actions, resources, conditions }: PolicyStatement, facts: TextFacts): PolicyStatement {
  const filled = (texts: readonly string[]) => texts.map((text) => fillIn(text, facts));
  return {
    actions,
    resources: filled(resources),
    ...(conditions !== undefined && { conditions: fillConditions(conditions, filled) }),
  };
}

function fillConditions(conditions: Conditions, filled: (texts: readonly string[]) => readonly string[]): Conditions {
  const operators = Object.entries(conditions).map(([operator, keys]) => {
    const values = Object.entries(keys).map(([key, value]) => [key, filled([value].flat())] as const);
    return [operator, Object.fromEntries(values)] as const;
  });
  return Object.fromEntries(operators);
}
