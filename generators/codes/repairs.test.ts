import { describe, expect, test } from 'vitest';
import { isMap, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';
import type { Diagnostic, Edit } from '../diagnostics/diagnostic.ts';
import { type Files, repository } from '../testing/repository.ts';
import { smallRepository } from '../testing/small-repository.ts';
import { knownCodes } from './known-codes.ts';

/** The text without the entry, or the item, whose key or value begins at an offset. */
function without(text: string, offset: number): string {
  const document = parseDocument(text);
  const remove = (node: ParsedNode | null): boolean => {
    if (isMap<ParsedNode, ParsedNode | null>(node)) {
      const at = node.items.findIndex(({ key, value }) => key.range[0] === offset || value?.range?.[0] === offset);
      if (at !== -1) node.items.splice(at, 1);
      return at !== -1 || node.items.some(({ value }) => remove(value));
    }
    if (!isSeq<ParsedNode>(node)) return false;
    const at = node.items.findIndex((item) => isScalar(item) && item.range?.[0] === offset);
    if (at !== -1) node.items.splice(at, 1);
    return at !== -1 || node.items.some((item) => remove(item));
  };
  expect(remove(document.contents)).toBe(true);
  return document.toString();
}

/** Files after an edit, done as it is said. */
function apply(files: Readonly<Record<string, string>>, edit: Edit): Files {
  if ('file' in edit) {
    const document = parseDocument(files[edit.file] ?? '');
    document.setIn(edit.path, edit.add);
    return { ...files, [edit.file]: document.toString() };
  }
  const span = edit.at.span;
  if (span === undefined) throw new Error('an edit without a place');
  const { path, text } = span.source;
  expect(text).toBe(files[path]);
  if ('remove' in edit) return { ...files, [path]: without(text, span.start) };
  return { ...files, [path]: `${text.slice(0, span.start)}${JSON.stringify(edit.write)}${text.slice(span.end)}` };
}

const examples = knownCodes.filter(({ code, bad }) => !code.startsWith('kro/') && !('$' in bad));
const keyOf = ({ code, message }: Diagnostic) => `${code} ${message}`;

describe('every edit that a help tells repairs, and breaks nothing', () => {
  const repaired = new Set<string>();
  test.each(examples)('$code', async ({ code, bad, before = {} }) => {
    const files = { ...smallRepository, ...before, ...bad };
    const { diagnostics } = await repository(files).compile();
    const told = new Set(diagnostics.map(keyOf));
    for (const diagnostic of diagnostics) {
      const { edits } = diagnostic;
      if (edits === undefined) continue;
      repaired.add(diagnostic.code);
      const after = edits.reduce<Readonly<Record<string, string>>>(
        (all, edit) => apply(all, edit) as Readonly<Record<string, string>>,
        files,
      );
      const left = (await repository(after).compile()).diagnostics;
      expect(left.filter((one) => one.code === code)).toEqual([]);
      expect(left.filter((one) => one.severity === 'error' && !told.has(keyOf(one)))).toEqual([]);
    }
  });

  test('some are known', () => {
    expect([...repaired]).toContain('eks/missing-addon');
    expect([...repaired]).toContain('reference/unknown-team');
  });
});
