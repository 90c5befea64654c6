import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { readRepository } from '../disk/read-repository.ts';
import { vendoredMeans } from '../disk/vendored-means.ts';
import type { RepositoryFiles } from '../load/repository-files.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { deliveredHubs } from './delivered/delivered-hubs.ts';
import { deliveryRules } from './delivered/delivery-rules.ts';
import type { OutTexts } from './delivered/objects-in.ts';
import { filesOf } from './example-fleet.ts';
import { readTexts, type Texts, writeTexts } from './output-folder.ts';

const folder = join(import.meta.dirname, 'golden');
const first = 'one-spoke';
const others = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== first)
  .map(({ name }) => name);

/** Whether vitest runs with `--update`: known only within a test, and under no public name. */
const isUpdate = () => expect.getState().snapshotState['_updateSnapshot'] === 'all';

function beside<T>(start: ReadonlyMap<string, T>, own: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...new Map([...start, ...own])].sort(([a], [b]) => byCodePoint(a, b)));
}

async function compiled({ config, authored, others }: RepositoryFiles): Promise<OutTexts> {
  const { outputs = [], diagnostics } = await compile({ config, authored, others }, vendoredMeans());
  expect(diagnostics).toEqual([]);
  return filesOf(outputs);
}

/** Graphs of the library are no part of a story: `out/` of the example fleet has them all. */
const isOfStory = (path: string) => !path.startsWith('out/shared/kro-rgds/');

const start = readRepository(join(folder, first)).files;
const startOut = await compiled(start);

async function outOf(story: string): Promise<OutTexts> {
  if (story === first) return startOut;
  // A story without a folder `config` would be refused.
  const own = readRepository(join(folder, story)).files;
  return await compiled({
    config: beside(start.config, own.config),
    authored: beside(start.authored, own.authored),
    others: beside(start.others, own.others),
  });
}

/** What is told of a story: all of the first, and of the others what differs from it. */
function told(story: string, out: OutTexts): Texts {
  const own = [...out].filter(([path]) => isOfStory(path));
  if (story === first) return Object.fromEntries(own);
  const gone = [...startOut.keys()].filter((path) => isOfStory(path) && !out.has(path)).sort(byCodePoint);
  return {
    ...Object.fromEntries(own.filter(([path, text]) => startOut.get(path) !== text)),
    ...(gone.length > 0 && { 'gone.txt': `${gone.join('\n')}\n` }),
  };
}

function expected(story: string): Texts {
  const gone = join(folder, story, 'gone.txt');
  return {
    ...(existsSync(join(folder, story, 'out')) && readTexts(join(folder, story))),
    ...(existsSync(gone) && { 'gone.txt': readFileSync(gone, 'utf8') }),
  };
}

describe.each([first, ...others])('%s', (story) => {
  test('is written as told', async () => {
    const actual = told(story, await outOf(story));
    if (isUpdate()) {
      for (const part of ['out', 'gone.txt']) rmSync(join(folder, story, part), { recursive: true, force: true });
      writeTexts(join(folder, story), actual);
    }
    expect(actual).toEqual(expected(story));
  });

  test('can be delivered', async () => {
    const hubs = deliveredHubs(await outOf(story));
    expect(Object.values(deliveryRules).flatMap((rule) => hubs.flatMap(rule))).toEqual([]);
  });
});
