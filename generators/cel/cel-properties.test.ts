import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkExpression } from './check/check-expression.ts';
import { evaluateExpression } from './evaluate/evaluate-expression.ts';
import { unknownValue } from './evaluate/plain-value.ts';
import { inspectExpression } from './inspect-expression.ts';
import type { Span } from './syntax/expression.ts';
import { broken } from './verdicts/broken.ts';
import { sampleVariables } from './verdicts/sample-variables.ts';

const isWithin = ({ start, end }: Span, source: string) => 0 <= start && start <= end && end <= source.length;

describe('whatever is written', () => {
  test('problems and references lie within it', () => {
    fc.assert(
      fc.property(broken, (source) => {
        const { problems, type } = checkExpression({ source, variables: sampleVariables });
        const { references, unknownFunctions, omits } = inspectExpression(source);
        expect(problems.length > 0).toBe(type === undefined);
        for (const span of [...problems, ...references, ...unknownFunctions, ...omits])
          expect(isWithin(span, source)).toBe(true);
      }),
    );
  });

  test('a reference stands where its name is written', () => {
    fc.assert(
      fc.property(broken, (source) => {
        for (const { name, start, end } of inspectExpression(source).references)
          expect(source.slice(start, end)).toBe(name.replace(/^\./, ''));
      }),
    );
  });

  test('it is evaluated without an exception, whether everything is known or nothing', () => {
    const known = { schema: { spec: { name: 'a', names: ['b'], labels: { c: 'd' }, replicas: 2 } } };
    const nothing = {
      schema: unknownValue('schema'),
      deployment: unknownValue('deployment'),
      vpcs: unknownValue('vpcs'),
    };
    fc.assert(
      fc.property(broken, fc.constantFrom(known, nothing), (source, variables) => {
        expect(evaluateExpression({ source, variables })).toBeTypeOf('object');
      }),
    );
  });
});
