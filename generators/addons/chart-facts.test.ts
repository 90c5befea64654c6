import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newCloudFacts } from '../model/cloud-facts.ts';
import { kebabCase } from '../model/names.ts';
import { triedContexts } from '../testing/tried-contexts.ts';
import { isMap } from '../util/plain-map.ts';
import type { Addon, AddonContext } from './addon.ts';
import { identitiesOf } from './addon-parts.ts';
import { type ChartFacts, readChartFacts, type ValueKeys } from './chart-facts.ts';
import { addons } from './registry.ts';

const registry: Readonly<Record<string, Addon>> = addons;

interface Tried {
  readonly name: string;
  readonly addon: Addon;
  readonly facts: ChartFacts;
  readonly contexts: readonly AddonContext<never>[];
}
const schemas = join(import.meta.dirname, '../../schemas');
const facts = newCloudFacts((path) => readFileSync(join(schemas, path), 'utf8'));
const isKnown = (name: string) => existsSync(join(schemas, 'charts', `${kebabCase(name)}.json`));
const recommended = Object.entries(registry).filter(([, one]) => one.chart && one.recommended?.version !== undefined);
const tried = recommended
  .filter(([name]) => isKnown(name))
  .map(
    ([name, addon]): Tried => ({
      name,
      addon,
      facts: readChartFacts(facts, name),
      contexts: triedContexts(name, addon),
    }),
  );

test('there are facts of every chart of which a version is recommended: `scripts/chart-facts.ts` writes them', () => {
  expect(recommended.filter(([name]) => !isKnown(name)).map(([name]) => name)).toEqual([]);
});

/** Paths, with dots between keys, that no template reads. */
function unread(value: unknown, keys: ValueKeys, at = ''): readonly string[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const below = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (below === undefined) return [`${at}${key}`];
    return typeof below === 'object' ? unread(inner, below, `${at}${key}.`) : [];
  });
}

test.each(tried)('facts of $name are those of the chart and version that it recommends', ({ addon, facts }) => {
  expect(facts).toMatchObject({ chart: addon.chart?.name, version: addon.recommended?.version });
});

test.each(tried)('the chart of $name reads every value that the add-on sets', ({ addon, facts, contexts }) => {
  expect(contexts.flatMap((context) => unread(addon.chart?.values(context), facts.values))).toEqual([]);
});

test.each(tried)('the chart of $name reads every value that a spoke may set', ({ addon, facts }) => {
  const nested = (path: string) => path.split('.').reduceRight<unknown>((value, key) => ({ [key]: value }), 1);
  expect(addon.chart?.openValues.flatMap((path) => unread(nested(path), facts.values))).toEqual([]);
});

test.each(tried)('who has rights in the cloud is who runs in $name', ({ name, addon, facts, contexts }) => {
  const running = facts.workloads.map((workload) => `${/ (.*)\//.exec(workload.name)?.[1]}/${workload.serviceAccount}`);
  const trusted = contexts.flatMap((context) => identitiesOf({ name, addon, context }));
  expect(running).toEqual(expect.arrayContaining(trusted.map((one) => `${one.namespace}/${one.serviceAccount}`)));
});

test.each(tried)(
  '$name makes objects in the namespaces that its project permits, and in no others',
  ({ addon, facts }) => {
    const names = Object.values(facts.objects.namespaced).flat();
    const namespaces = new Set(names.map((name) => name.slice(0, name.indexOf('/'))));
    expect([...namespaces].sort()).toEqual([addon.namespace.name, ...(addon.alsoIn ?? [])].sort());
  },
);
