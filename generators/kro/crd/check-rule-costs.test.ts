import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { broken } from '../../cel/verdicts/broken.ts';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import { specSchema } from '../simple-schema/spec-schema.ts';
import { checkRuleCosts, ruleCost } from './check-rule-costs.ts';

const types = {
  Server: { host: 'string | required=true maxLength=50', note: 'string', labels: 'map[string]string', sub: 'Inner' },
  Inner: { labels: 'map[string]string' },
};

function schemaOf(field: string): RawSchema {
  return specSchema({ field }, types).schema.properties?.['field'] ?? {};
}

/** Whether the API server agrees, to the last unit, is told by the comparison with kro. */
describe('a rule costs', () => {
  test.each([
    ['integer', 'self == oldSelf', 2],
    ['string | maxLength=10', 'self == oldSelf', 6],
    ['string', 'self == oldSelf', 314575],
    ['string | maxLength=10', "self.matches('^[a-z]+([a-z0-9]|-[a-z])*$')", 36],
    ['string | maxLength=10', "self.split(',').all(x, x.size() > 0)", 250],
    ['[]string | maxItems=7', 'self.all(x, self.exists_one(y, x == y))', 15414317],
    ['[]string | maxItems=7', 'self.all(x, x == self[0])', 2202055],
    ['Server', 'has(self.note) && self.labels.size() < 3', 5],
    ['Server', 'self.labels.all(k, v, k == v)', 1966078],
    // Here both variables have the path of the second: `field-path.ts` says why.
    ['Server', 'self.sub.labels.all(k, v, k == v)', 123696788274],
    ['string', 'self.nothing', 0],
    ['string', 'cel.bind(x, self, x == x)', 0],
  ])('of %s: %s: %i', (type, rule, cost) => {
    expect(ruleCost(rule, schemaOf(type))).toBe(cost);
  });
});

test('whatever is written, a rule costs something or nothing, and makes no exception', () => {
  const schema = specSchema(
    { name: 'string', names: '[]string', server: 'Server', sizes: 'map[string]integer' },
    types,
  ).schema;
  const read = (source: string) => source.replaceAll('schema.spec', 'self');
  fc.assert(
    fc.property(broken, (source) => {
      for (const rule of [source, `[${source}].size() == 1`].map(read)) {
        const cost = ruleCost(rule, schema);
        expect(cost).toBeGreaterThanOrEqual(0);
        expect(cost).toBeLessThanOrEqual(2 ** 64);
      }
    }),
  );
});

function refusals(spec: Readonly<Record<string, string>>, types: Readonly<Record<string, unknown>> = {}) {
  const found: string[] = [];
  checkRuleCosts(specSchema(spec, types).schema, ({ message, help }) => found.push(`${message} ${help}`));
  return found;
}

describe('the rules of a CRD', () => {
  const Item = { a: 'string | maxLength=10 immutable=true', b: 'string | maxLength=10' };

  test('are counted for every item that there can be', () => {
    expect(refusals({ items: '[]Item | maxItems=1000' }, { Item })).toEqual([]);
    expect(refusals({ items: '[]Item | maxItems=2000000' }, { Item })).toEqual([
      expect.stringMatching(/^Field spec\.items\.a: the rule "self == oldSelf" could cost 1\.2 times what/),
    ]);
  });

  test('below lists of any length are counted as often as they fit into a request', () => {
    const [refusal] = refusals(
      { items: '[]Outer' },
      { Outer: { inner: '[]Item' }, Item: { ...Item, a: 'string | immutable=true' } },
    );
    expect(refusal).toContain('more than 100 times');
    expect(refusal).toContain(
      'Give maxItems to "spec.items" and "spec.items.inner"; give maxLength or maxItems to what the rule reads.',
    );
    const [inMap] = refusals({ items: 'map[string]Item' }, { Item: { a: 'string | immutable=true' } });
    expect(inMap).toContain('Make lists of the maps "spec.items", which nothing bounds; give maxLength');
  });

  test('are limited together, too', () => {
    const lists = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`items${i}`, '[]Item | maxItems=1600000']));
    const [refusal, ...others] = refusals(lists, { Item });
    expect(others).toEqual([]);
    expect(refusal).toMatch(
      /^All rules together could cost 1\.1 times what the API server allows; .* at spec\.items0\.a\./,
    );
  });
});
