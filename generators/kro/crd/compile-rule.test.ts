import { describe, expect, test } from 'vitest';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import { compileRule } from './compile-rule.ts';

const text: RawSchema = { type: 'string' };

describe('a rule', () => {
  test.each([
    "self != oldSelf && self.matches('^a+$')",
    "sets.contains(['a'], [self]) && format.dns1123Label().validate(self).hasValue()",
    '1 < 2.0 && self.size() < 3u',
    "duration('1h') < duration(self) && [1, ?optional.of(2)].size() > 1",
    "'%s %d'.format([self, 1]) == self",
  ])('is taken: %s', (rule) => {
    expect(compileRule(rule, text).problem).toBeUndefined();
  });

  test.each([
    ['self.size()', 'gives neither true nor false.'],
    ["self.reverse() == 'a'", /^is refused: /],
    ["base64.encode(bytes(self)) == 'a'", /^is refused: There is no "base64" here/],
    ['cel.bind(x, self, x == x)', 'is refused: There is no cel.bind() here.'],
    ["self.matches('(')", 'is refused: This is no pattern: a "(" is not closed.'],
    ["self.find('[') == ''", /^is refused: This is no pattern: /],
    ["duration('a day') < duration('1h')", 'is refused: This cannot be computed: "a day" is no duration.'],
    ["int(string('a')) > 1", 'is refused: This cannot be computed: "a" is no int.'],
    ["self in ['a', dyn(1)]", /one type in a rule, and not string and dyn\.$/],
    ["{'a': 1, 'b': self}.size() > 1", /one type in a rule, and not int and string\.$/],
  ])('is refused: %s', (rule, problem) => {
    expect(compileRule(rule, text).problem).toMatch(problem);
  });
});
