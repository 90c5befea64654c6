import { parseGoYaml } from '../../yaml/kubernetes/go-yaml.ts';

/** The text of a patch: the operations of a JSON patch, or objects to be merged. */
export type ParsedPatch =
  | { readonly operations: readonly unknown[] }
  | { readonly merge: readonly unknown[] }
  | { readonly fault: string };

export function parsePatch(text: string): ParsedPatch {
  const { documents, problems } = parseGoYaml({ path: '', text }, 'objects');
  const [problem] = problems;
  if (problem !== undefined) return { fault: problem.message.replace(/\.$/, '') };
  const values = documents.map(({ value }) => value);
  return Array.isArray(values[0]) ? parseOperations(text) : { merge: values };
}

function parseOperations(text: string): ParsedPatch {
  if (!text.trimStart().startsWith('[')) {
    return { operations: parseGoYaml({ path: '', text }, 'settings').documents[0]?.value as readonly unknown[] };
  }
  try {
    return { operations: JSON.parse(text) as readonly unknown[] };
  } catch {
    return { fault: 'a JSON patch that begins with "[" must be JSON' };
  }
}
