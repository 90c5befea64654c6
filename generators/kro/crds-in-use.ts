import type { Source } from '../source/source.ts';
import { splitDocuments } from '../yaml/kubernetes/split-documents.ts';

const definition = /\bCustomResourceDefinition\b/;
/** A word behind the key `kind`, with or without quotes, an anchor or a tag; of any other value but none, its first character. */
const kindKey = /\bkind["']?[ \t]*:[ \t]*(?:[&!]\S*[ \t]+)?["']?([A-Za-z]\w*|[^\s#])/g;
const word = /[A-Za-z]\w*/g;

/**
 * These files without the CRDs whose kinds nothing names in the others or in `users`, told by their text alone: to read a CRD
 * as YAML takes a thousand times as long, and of a folder with hundreds a graph uses some.
 */
export function crdsInUse(files: readonly Source[], users: readonly Source[]): readonly Source[] {
  const documents = files.flatMap((file) => (definition.test(file.text) ? splitDocuments(file) : [file]));
  const named = new Set<string>();
  const crds = new Set(documents.filter(({ text }) => definition.test(text)));
  for (const { text } of [...users, ...documents.filter((document) => !crds.has(document))])
    for (const [found] of text.matchAll(word)) named.add(found);
  return documents.filter((document) => !crds.has(document) || mayDefine(document.text, named));
}

/** Whether one of these words may be a kind that it defines; what cannot be told by the text may. */
function mayDefine(text: string, words: ReadonlySet<string>): boolean {
  const kinds = [...text.matchAll(kindKey)].map(([, kind = '']) => kind).filter((kind) => !definition.test(kind));
  return kinds.length === 0 || kinds.some((kind) => !/^[A-Za-z]/.test(kind) || words.has(kind));
}
