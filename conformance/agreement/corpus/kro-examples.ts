import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { type GraphCase, isObject, type Json, type JsonObject } from './graph-case.ts';

/** Folders of the module with graphs for people to read, and for its own tests. Releases of the site repeat most of it. */
const folders = ['examples', 'docs', 'website/docs', 'website/versioned_docs', 'test/e2e', 'test/upgrade'];

interface Examples {
  readonly cases: readonly GraphCase[];
  /** Files and blocks that are not YAML: templates of charts, and excerpts. */
  readonly unreadable: number;
}

/** A graph or a CRD. */
interface Document {
  readonly file: string;
  readonly text: string;
  readonly object: JsonObject;
}

const fence = /^([ \t]*)```ya?ml[^\n]*\n([\s\S]*?)^[ \t]*```/gm;
const documentKind = /^kind: (ResourceGraphDefinition|CustomResourceDefinition)\s*$/m;

/** The YAML of a file: all of it, or what a page shows. */
function blocksOf(path: string, text: string): string[] {
  if (!extname(path).startsWith('.md')) return [text];
  return [...text.matchAll(fence)].map(([, indent = '', block = '']) => block.replaceAll(`\n${indent}`, '\n'));
}

function readDocuments(kro: string): { documents: Document[]; unreadable: number } {
  const documents = new Map<string, Document>();
  let unreadable = 0;
  const files = folders.flatMap((folder) =>
    readdirSync(join(kro, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ya?ml|mdx?)$/.test(file))
      .map((file) => `${folder}/${file}`)
      .sort(),
  );
  for (const file of files) {
    for (const block of blocksOf(file, readFileSync(join(kro, file), 'utf8')).filter((text) =>
      documentKind.test(text),
    )) {
      for (const document of parseAllDocuments(block, { logLevel: 'silent' })) {
        const object: unknown = document.errors.length > 0 ? undefined : document.toJS();
        if (object === undefined) unreadable += 1;
        if (!isObject(object) || document.range === null) continue;
        const text = block.slice(document.range[0], document.range[2]).replace(/^---.*\n|^\.\.\.\s*$/gm, '');
        if (!documents.has(text)) documents.set(text, { file, text, object });
      }
    }
  }
  return { documents: [...documents.values()], unreadable };
}

const isGraph = ({ object }: Document) => object['kind'] === 'ResourceGraphDefinition';
const at = (value: Json | undefined, ...path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((holder, key) => (isObject(holder) ? holder[key] : undefined), value);

/** `group/Kind` of what a document gives a cluster; undefined for what only looks like a CRD: expectations of tests. */
function kindMadeBy(document: Document): string | undefined {
  const { object, file } = document;
  if (isGraph(document)) {
    return `${at(object, 'spec', 'schema', 'group') ?? 'kro.run'}/${at(object, 'spec', 'schema', 'kind')}`;
  }
  if (object['kind'] !== 'CustomResourceDefinition' || file.includes('assert')) return undefined;
  return `${at(object, 'spec', 'group')}/${at(object, 'spec', 'names', 'kind')}`;
}

function kindsUsedBy({ object }: Document): string[] {
  const resources = at(object, 'spec', 'resources');
  if (!Array.isArray(resources)) return [];
  return resources.map((resource) => {
    const made = at(resource, 'template') ?? at(resource, 'externalRef');
    return `${String(at(made, 'apiVersion')).split('/')[0]}/${at(made, 'kind')}`;
  });
}

/** How many characters two paths begin with in common. */
function closeness(left: string, right: string): number {
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  return same;
}

/** Every ResourceGraphDefinition among the examples of kro, once, with the graphs and CRDs beside it whose kinds it uses. */
export function readKroExamples(kro: string): Examples {
  const { documents, unreadable } = readDocuments(kro);

  function contextOf(document: Document, within: readonly Document[]): Document[] {
    const chosen = new Set<Document>();
    for (const kind of kindsUsedBy(document)) {
      const makers = documents.filter((one) => kindMadeBy(one) === kind && !within.includes(one));
      const [maker] = makers.sort((a, b) => closeness(b.file, document.file) - closeness(a.file, document.file));
      if (maker === undefined) continue;
      for (const one of [...contextOf(maker, [...within, maker]), maker]) chosen.add(one);
    }
    return [...chosen];
  }

  const cases = documents.filter(isGraph).map((document) => ({
    name: `${document.file} ${at(document.object, 'metadata', 'name')}`,
    context: contextOf(document, [document]).map(({ text }) => text),
    graph: document.text,
  }));
  return { cases, unreadable };
}
