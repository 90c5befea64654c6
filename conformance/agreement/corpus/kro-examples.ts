import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { GraphCase } from './graph-case.ts';

/** Folders of the module with graphs for people to read, and for its own tests. Releases of the site repeat most of it. */
const folders = ['examples', 'docs', 'website/docs', 'website/versioned_docs', 'test/e2e', 'test/upgrade'];

interface Examples {
  readonly cases: readonly GraphCase[];
  /** Files and blocks that are not YAML: templates of charts, and excerpts. */
  readonly unreadable: number;
}

const fence = /^([ \t]*)```ya?ml[^\n]*\n([\s\S]*?)^[ \t]*```/gm;

/** The YAML of a file: all of it, or what a page shows. */
function blocksOf(path: string, text: string): string[] {
  if (extname(path) !== '.md' && extname(path) !== '.mdx') return [text];
  return [...text.matchAll(fence)].map(([, indent = '', block = '']) => block.replaceAll(`\n${indent}`, '\n'));
}

/** Every ResourceGraphDefinition among the examples of kro, once. `kro` is the folder of the module. */
export function readKroExamples(kro: string): Examples {
  const cases: GraphCase[] = [];
  const seen = new Set<string>();
  let unreadable = 0;
  const files = folders.flatMap((folder) =>
    readdirSync(join(kro, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ya?ml|mdx?)$/.test(file))
      .map((file) => `${folder}/${file}`)
      .sort(),
  );
  for (const file of files) {
    for (const block of blocksOf(file, readFileSync(join(kro, file), 'utf8'))) {
      if (!/^kind: ResourceGraphDefinition\s*$/m.test(block)) continue;
      for (const document of parseAllDocuments(block, { logLevel: 'silent' })) {
        if (document.errors.length > 0) unreadable += 1;
        else if (document.get('kind') === 'ResourceGraphDefinition' && document.range !== null) {
          const graph = block.slice(document.range[0], document.range[2]).replace(/^---.*\n|^\.\.\.\s*$/gm, '');
          if (seen.has(graph)) continue;
          seen.add(graph);
          cases.push({ name: `${file} ${String(document.getIn(['metadata', 'name']))}`, context: [], graph });
        }
      }
    }
  }
  return { cases, unreadable };
}
