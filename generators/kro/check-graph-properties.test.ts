import fc from 'fast-check';
import { expect, test } from 'vitest';
import { vendoredKinds } from '../disk/vendored-kinds.ts';
import { checkGraph } from './check-graph.ts';
import { rules } from './rules/rules.ts';

const kinds = vendoredKinds();
// More are tried with `PROPERTY_RUNS=20000 npx vitest run generators/kro`.
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 1000);

const graphs = Object.values(rules).flatMap(({ good, bad }) => [good, bad]);
const scraps = fc.constantFrom(
  ...[
    '${',
    '}',
    '"',
    "'",
    '|',
    '>-\n',
    '\n',
    '  ',
    '- ',
    ': ',
    '{',
    '[',
    ']',
    ',',
    '&a ',
    '*a',
    '<<: *a',
    '!!str ',
    '---\n',
  ],
  ...[
    'null',
    '~',
    'true',
    '012',
    '1e400',
    '-0',
    '.inf',
    '"\\u0000"',
    '__proto__',
    'constructor',
    '\u2028',
    '😀',
    '\ud800',
  ],
  ...[
    'schema',
    'each',
    'runtime',
    '[]',
    'map[string]',
    'required=true',
    'default=',
    'template:',
    'forEach:',
    'x'.repeat(300),
  ],
  ...[
    '${[].map(x, x)}',
    '${{}}',
    '${"${a}"}',
    '${omit()}',
    '${schema.spec}',
    '${config}',
    '%YAML 1.2\n',
    '\t',
    '\r\n',
    '#',
  ],
);
/** A graph in which places were overwritten, as somebody does who is typing. */
const typed = fc
  .tuple(
    fc.constantFrom(...graphs),
    fc.array(fc.tuple(fc.nat(1200), fc.nat(40), scraps), { minLength: 1, maxLength: 4 }),
  )
  .map(([text, edits]) =>
    edits.reduce((before, [at, length, scrap]) => before.slice(0, at) + scrap + before.slice(at + length), text),
  );
const soup = fc.array(fc.oneof(scraps, fc.string({ maxLength: 8 }))).map((parts) => parts.join(''));

/** The object of a graph in which a value became another one. */
const remade = fc.tuple(
  fc.array(
    fc.oneof(fc.constantFrom('spec', 'schema', 'resources', 'status', 'template', 'types', 'forEach', 'id'), fc.nat(1)),
    {
      maxLength: 5,
    },
  ),
  fc.anything({ maxDepth: 3, key: fc.constantFrom('a', 'metadata', 'conditions', '__proto__', 'kind') }),
);

function objectWith(path: readonly (string | number)[], value: unknown): unknown {
  const graph = { apiVersion: 'kro.run/v1alpha1', kind: 'ResourceGraphDefinition', metadata: { name: 'a' } };
  return path.reduceRight<unknown>(
    (inner, key) => (typeof key === 'number' ? [inner] : { ...graph, [key]: inner }),
    value,
  );
}

test('a text is judged, whatever it is, and every problem is in it', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 5, arbitrary: typed }, { weight: 1, arbitrary: soup }), (text) => {
      const { diagnostics } = checkGraph({ source: { path: 'a.yaml', text } }, kinds);
      for (const { at, message, code } of diagnostics) {
        const span = at?.span;
        expect(span, code).toBeDefined();
        expect(span?.start, message).toBeGreaterThanOrEqual(0);
        expect(span?.end, message).toBeGreaterThanOrEqual(span?.start ?? 0);
        expect(span?.end, message).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns },
  );
});

test('an object is judged, whatever it is', () => {
  fc.assert(
    fc.property(remade, ([path, value]) => {
      for (const { message } of checkGraph({ object: objectWith(path, value) }, kinds).diagnostics) {
        expect(message).toMatch(/[.?]$/);
      }
    }),
    { numRuns },
  );
});
