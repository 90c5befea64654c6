import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { realDisk } from '../disk/real-disk.ts';
import type { OwnerOutput } from '../model/output.ts';
import { interruptedDisk, Killed } from '../testing/interrupted-disk.ts';
import { readTexts, spokeOutput, type Texts, temporaryRoot, writeTexts } from '../testing/output-folder.ts';
import { compareOutput, verifyOutput } from './compare-output.ts';
import { writeChanges } from './write-changes.ts';

type Fleet = readonly OwnerOutput[];

/** Builds until so many changes of the disk have happened; whether it ended. Nothing may forbid it. */
function build(root: string, fleet: Fleet, survives = Number.POSITIVE_INFINITY): { ended: boolean; changes: number } {
  const disk = interruptedDisk(realDisk(), survives);
  const comparison = compareOutput(disk, root, fleet);
  expect(comparison.problems).toEqual([]);
  try {
    expect(writeChanges(disk, root, comparison)).not.toHaveProperty('problem');
    return { ended: true, changes: disk.changes };
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    return { ended: false, changes: disk.changes };
  }
}

function textsOf(fleet: Fleet): Texts {
  return Object.fromEntries(fleet.flatMap(({ files }) => files.map(({ path, content }) => [path, content])));
}

const isRecord = (path: string): boolean => path.startsWith('out/.wheelwright/');

/** Whatever stands in out/ is a file of one of the fleets, whole. */
function expectWholeFiles(root: string, fleets: readonly Fleet[]): void {
  for (const [path, text] of Object.entries(readTexts(root, '.'))) {
    const name = path.replace('./', '');
    if (!name.startsWith('out/') || isRecord(name) || name.endsWith('/')) continue;
    expect(fleets.map((fleet) => textsOf(fleet)[name])).toContain(text);
  }
}

/** Nothing is left of what happened before. */
function expectBuilt(root: string, fleet: Fleet): void {
  const found = readTexts(root, '.');
  const files = Object.entries(found).filter(([path]) => path.startsWith('./out/') && !isRecord(path.slice(2)));
  expect(
    Object.fromEntries(files.filter(([path]) => path !== './out/').map(([path, text]) => [path.slice(2), text])),
  ).toEqual(textsOf(fleet));
  expect(found).not.toHaveProperty(['./.wheelwright/journal.json']);
  expect(verifyOutput(realDisk(), root)).toEqual([]);
  expect(compareOutput(realDisk(), root, fleet).changes).toEqual([]);
}

const before: Fleet = [
  spokeOutput('a', { 'out/a/kept': 'kept', 'out/a/changed': 'old', 'out/a/gone/deep': 'gone', 'out/flat': 'file' }),
  spokeOutput('leaving', { 'out/leaving/x': 'x', 'out/moved': 'moved' }),
];
const after: Fleet = [
  spokeOutput('a', { 'out/a/kept': 'kept', 'out/a/changed': 'new', 'out/flat/now/deep': 'file' }),
  spokeOutput('new', { 'out/new/x': 'x', 'out/moved': 'moved on' }),
];
const third: Fleet = [
  spokeOutput('a', { 'out/a/changed': 'newest', 'out/flat': 'other' }),
  spokeOutput('new', { 'out/new/y': 'y' }),
];

function builtThenKilled(survives: number): { root: string; ended: boolean } {
  const root = temporaryRoot(onTestFinished);
  build(root, before);
  const { ended } = build(root, after, survives);
  expectWholeFiles(root, [before, after]);
  return { root, ended };
}

/** Calls with 0, 1, 2, … until told that the end was reached; how often. */
function forEveryMoment(tryMoment: (survives: number) => boolean): number {
  let moment = 0;
  while (!tryMoment(moment)) moment += 1;
  return moment;
}

describe('a build that was killed', () => {
  test.each([
    ['the same', after],
    ['the former', before],
    ['another', third],
    ['an empty', []],
  ])('after any change of the disk is repaired by a build of %s configuration', (_, next) => {
    const moments = forEveryMoment((survives) => {
      const { root, ended } = builtThenKilled(survives);
      build(root, next);
      expectBuilt(root, next);
      return ended;
    });
    expect(moments).toBeGreaterThan(20);
  });

  test('after every fifth change is repaired even if the repair is killed after any change, too', () => {
    forEveryMoment((first) => {
      let ended = false;
      forEveryMoment((second) => {
        const killed = builtThenKilled(first * 5);
        ended = killed.ended;
        const repair = build(killed.root, third, second);
        expectWholeFiles(killed.root, [before, after, third]);
        build(killed.root, before);
        expectBuilt(killed.root, before);
        return repair.ended;
      });
      return ended;
    });
  }, 60_000);

  test('is remembered by a repair that is killed before it reaches the records', () => {
    const fleetOf = (texts: Texts): Fleet => [spokeOutput('a', texts)];
    const last = fleetOf({ 'out/x': 'newest' });
    forEveryMoment((first) => {
      let ended = false;
      forEveryMoment((second) => {
        const root = temporaryRoot(onTestFinished);
        build(root, fleetOf({ 'out/x': 'old' }));
        ended = build(root, fleetOf({ 'out/x': 'new' }), first).ended;
        const repair = build(root, fleetOf({ 'out/x': 'new', 'out/y': 'new' }), second);
        build(root, last);
        expectBuilt(root, last);
        return repair.ended;
      });
      return ended;
    });
  });

  test('as the very first one is repaired', () => {
    forEveryMoment((survives) => {
      const root = temporaryRoot(onTestFinished);
      const { ended } = build(root, before, survives);
      build(root, third);
      expectBuilt(root, third);
      return ended;
    });
  });

  test('never gives up an edit by hand, nor a foreign file', () => {
    forEveryMoment((survives) => {
      const { root, ended } = builtThenKilled(survives);
      writeTexts(root, { 'out/a/changed': 'mine', 'out/foreign': 'mine' });
      const { problems } = compareOutput(realDisk(), root, third);
      expect(problems.map(({ code, at }) => [code, at?.span?.source.path])).toEqual([
        ['out/edited-file', 'out/a/changed'],
        ['out/foreign-file', 'out/foreign'],
      ]);
      return ended;
    });
  });

  test('is what verify names as the cause', () => {
    const { root } = builtThenKilled(12);
    expect(new Set(verifyOutput(realDisk(), root).map(({ help }) => help))).toEqual(
      new Set(['A build was killed while it wrote: run `wheelwright build`, which ends its work.']),
    );
  });
});

describe('any fleets', () => {
  const path = fc
    .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
    .map((segments) => `out/${segments.join('/')}`);
  const file = fc.record({
    path,
    content: fc.constantFrom('', 'x', 'y\n', 'z'.repeat(70_000)),
    owner: fc.constantFrom('a', 'b'),
  });
  // No file may be another one's folder.
  const isFree = (taken: readonly string[], place: string): boolean =>
    taken.every((other) => other !== place && !other.startsWith(`${place}/`) && !place.startsWith(`${other}/`));
  const fleet = fc.array(file, { maxLength: 6 }).map((files): Fleet => {
    const texts: Record<string, Record<string, string>> = {};
    const taken: string[] = [];
    for (const { path: place, content, owner } of files) {
      if (!isFree(taken, place)) continue;
      taken.push(place);
      texts[owner] = { ...texts[owner], [place]: content };
    }
    return Object.entries(texts).map(([name, owned]) => spokeOutput(name, owned));
  });

  test('however often they are interrupted, the last one that is built is what is there', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fleet, fc.nat(30)), { minLength: 1, maxLength: 4 }), fleet, (killed, last) => {
        let clean = (): void => {};
        const root = temporaryRoot((remove) => {
          clean = remove;
        });
        try {
          for (const [next, survives] of killed) {
            build(root, next, survives);
            expectWholeFiles(
              root,
              killed.map(([one]) => one),
            );
          }
          build(root, last);
          if (last.length > 0) expectBuilt(root, last);
        } finally {
          clean();
        }
      }),
      { numRuns: 60 },
    );
  });
});
