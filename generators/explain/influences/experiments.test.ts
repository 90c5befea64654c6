import { expect, test } from 'vitest';
import { repository } from '../../testing/repository.ts';
import { subjectsOf } from '../subjects.ts';
import { newExperiments } from './experiments.ts';
import { drafter } from './owner-texts.ts';

const owner = { kind: 'spoke', name: 'blue' } as const;

/** The lines of a field of spoke "blue", where the generator throws on every fleet but the first. */
async function linesWith(path: readonly string[], error: Error) {
  const { fleet, parsed } = await repository({}).compile();
  const subject = fleet && parsed && subjectsOf(parsed, fleet).get('spoke', owner.name);
  if (fleet === undefined || subject === undefined) throw new Error('the small repository compiles');
  const value = path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>>)[key], subject.value);
  const broken: typeof drafter = (of, shared) =>
    of === fleet
      ? drafter(of, shared)
      : () => {
          throw error;
        };
  const experiments = await newExperiments(fleet, broken);
  const isLeaf = typeof value !== 'object';
  return experiments.linesOf(subject, { path, value, isLeaf }, owner);
}

test('an exception at a value that the fleet may have is a fault of ours', async () => {
  await expect(linesWith(['endpoint', 'public'], new TypeError('bug'))).rejects.toThrow('bug');
  await expect(linesWith(['network', 'cidr'], new TypeError('bug'))).rejects.toThrow('bug');
});

test('at a guess, which no check has seen, it says nothing', async () => {
  expect(await linesWith(['endpoint'], new TypeError('undefined is not iterable'))).toEqual(new Map());
  expect(await linesWith(['versions', 'kubernetes'], new Error('it was not checked'))).toEqual(new Map());
});
