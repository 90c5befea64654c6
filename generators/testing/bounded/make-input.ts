import { hostileWords, repeated, shaped } from './hostile-text.ts';
import { mutate } from './mutate.ts';
import type { Random } from './random.ts';

const small = 4_000;

function words(random: Random): string {
  const glue = random.pick(['', ' ', '\n', ': ', ', ', '\n- ', '.', '(']);
  return Array.from({ length: 1 + random.below(30) }, () => random.pick(hostileWords)).join(glue);
}

/** One input of a reader: mostly a real text with something wrong, at times one that is made to hurt. `mostBytes`: what it may have at all. */
export function makeInput(random: Random, samples: readonly string[], mostBytes: number): string {
  const most = random.chance(100) ? mostBytes : small;
  switch (random.below(10)) {
    case 0:
      return repeated(random, most);
    case 1:
      return shaped(random, most);
    case 2:
      return words(random);
    default:
      return mutate(random.pick(samples), random, samples);
  }
}
