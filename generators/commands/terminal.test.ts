import { expect, test } from 'vitest';
import { wantsColor } from './terminal.ts';

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ TERM: 'dumb' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
])('%j on a terminal: %s gives colour: %s', (environment, isTerminal, color) => {
  expect(wantsColor(environment, isTerminal)).toBe(color);
});
