import { expect, test } from 'vitest';
import { newTable } from '../util/table.ts';
import { filesInMemory } from './files-in-memory.ts';
import { type FileRow, parseConfig } from './parse-config.ts';

test('a file that is known is not read again, not even for its format', () => {
  const path = 'config/config.yaml';
  const config = (text: string) => ({ ...filesInMemory({}), config: new Map([[path, { path, text, hash: 'same' }]]) });
  const table = newTable<FileRow>();
  expect(parseConfig(config('format: 1\n'), table).diagnostics).toEqual([]);
  expect(parseConfig(config('format: 9\n'), table).diagnostics).toEqual([]);
  expect(parseConfig(config('format: 9\n')).diagnostics.map(({ code }) => code)).toEqual(['file/format']);
});
