import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportJson } from '../../diagnostics/json.ts';
import { reportPretty } from '../../diagnostics/pretty.ts';
import { parseFile } from '../../load/parse-file.ts';
import { fileKinds } from '../../model/file-kinds.ts';
import { parseYaml } from './parse-yaml.ts';

const pieces = fc.constantFrom(
  ...[
    'a',
    'b: ',
    'c:',
    ':',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\t',
    '- ',
    '-',
    '? ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|',
    '>-',
    '#',
  ],
  ...[
    '&x ',
    '*x',
    '!t ',
    '!!str ',
    '<<: ',
    '---',
    '...',
    '%YAML 1.1',
    '\\',
    '0x',
    '012',
    '1.5',
    '.nan',
    'null',
    '~',
    '@',
    '`',
  ],
  ...[
    'environment: production',
    'network: {cidr: 10.0.0.0/18}',
    'nodeGroups:',
    '__proto__: ',
    'é',
    '😀',
    '\u202e',
    '\u0000',
    '\ufeff',
  ],
);
const yamlLike = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));
const text = fc.oneof(yamlLike, fc.string({ unit: 'binary', maxLength: 60 }), fc.json());

test('any text gives diagnostics within it, and never an exception', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(...fileKinds), (content, kind) => {
      const source = { path: 'config/spokes/a.yaml', text: content };
      const { file, diagnostics } = parseFile(kind, 'a', source);
      expect(file === undefined).toBe(diagnostics.length > 0);
      for (const { at, notes } of diagnostics) {
        for (const span of [at?.span, ...notes.map((note) => note.at?.span)]) {
          expect(span?.source).toBe(source);
          expect(span?.start).toBeGreaterThanOrEqual(0);
          expect(span?.end).toBeGreaterThanOrEqual(span?.start ?? 0);
          expect(span?.end).toBeLessThanOrEqual(content.length);
        }
      }
      const shown = reportPretty(diagnostics, { color: false });
      expect(shown).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
      expect(JSON.parse(reportJson(diagnostics, { color: false }))).toHaveLength(diagnostics.length);
    }),
    { numRuns: 400 },
  );
});

test('any data that JSON can hold is read back', () => {
  const data = fc.object({
    maxDepth: 4,
    values: [fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null)],
  });
  fc.assert(
    fc.property(data, (value) => {
      const written = JSON.stringify(value);
      fc.pre(value !== null && !written.includes('"__proto__":') && written !== '{}');
      const { value: read, diagnostics } = parseYaml({ path: 'a.yaml', text: written });
      fc.pre(!diagnostics.some(({ code }) => code === 'yaml/invisible-character'));
      expect(diagnostics).toEqual([]);
      expect(JSON.stringify(read)).toBe(written);
    }),
  );
});
