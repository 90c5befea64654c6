import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { globbedFiles } from '../../scripts/bundling/globs.mjs';
import { rows } from './rows.ts';

/** Paths are relative to generators/, in code point order. */
export interface Sources {
  readonly files: readonly string[];
  /** Those that are no tests. */
  readonly sources: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  /** What a module imports, re-exports and loads, as the formatter writes it. */
  importsOf(file: string): readonly string[];
  /** Files that a file imports; of a registry, its extensions too. */
  localImports(file: string): readonly string[];
}

export const isTest = (file: string): boolean => file.endsWith('.test.ts') || file.startsWith('testing/');
export const unitOf = (file: string): string => file.split('/')[0] ?? file;
export const rowOf = (file: string): number => rows.findIndex((row) => row.includes(unitOf(file)));

/** The modules of the compiler, with what they import. */
export function readSources(root: string): Sources {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && file !== 'architecture.test.ts')
    .toSorted();
  const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const importsOf = (file: string): string[] => {
    const text = texts.get(file) ?? '';
    const declared = text.matchAll(/^(?:import|export)\b(?:[^;'"]*?\bfrom\s+|\s*)'([^'\n]+)'/gm);
    const lazy = text.matchAll(/\bimport\(\s*'([^'\n]+)'\s*\)/g);
    return [...declared, ...lazy].map(([, specifier = '']) => specifier);
  };
  const localImports = (file: string): string[] =>
    [...importsOf(file), ...globbedFiles(join(root, dirname(file)), texts.get(file) ?? '')]
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => relative(root, join(root, dirname(file), specifier)).replaceAll('\\', '/'));
  return { files, sources: files.filter((file) => !isTest(file)), texts, importsOf, localImports };
}
