import type { Path } from '../source/path.ts';

/** RFC 6902, the operations that change a document. */
export interface PatchOperation {
  readonly op: 'add' | 'replace' | 'remove';
  /** JSON pointer, RFC 6901. */
  readonly path: string;
  readonly value?: unknown;
}

export type PatchResult = { readonly document: unknown } | { readonly fault: string };

/** A copy of the document with the operation applied; only the containers on the way are copied. */
export function applyOperation(document: unknown, operation: PatchOperation): PatchResult {
  return change(document, parsePointer(operation.path), operation, []);
}

function parsePointer(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function change(
  container: unknown,
  [token, ...rest]: readonly string[],
  operation: PatchOperation,
  at: readonly string[],
): PatchResult {
  if (token === undefined)
    return operation.op === 'remove' ? { fault: 'the whole object cannot be removed' } : { document: operation.value };
  if (Array.isArray(container)) return changeList(container, token, rest, operation, at);
  if (typeof container !== 'object' || container === null)
    return { fault: `there is no map or list at "/${at.join('/')}"` };
  const map = container as Readonly<Record<string, unknown>>;
  const exists = Object.hasOwn(map, token);
  if (!exists && (rest.length > 0 || operation.op !== 'add'))
    return { fault: `there is no "${token}" at "/${at.join('/')}"` };
  if (rest.length === 0 && operation.op === 'remove') {
    const { [token]: _removed, ...others } = map;
    return { document: others };
  }
  const inner = change(map[token], rest, operation, [...at, token]);
  return 'fault' in inner ? inner : { document: { ...map, [token]: inner.document } };
}

function changeList(
  list: readonly unknown[],
  token: string,
  rest: readonly string[],
  operation: PatchOperation,
  at: readonly string[],
): PatchResult {
  const appends = token === '-' && rest.length === 0 && operation.op === 'add';
  const index = appends ? list.length : /^(0|[1-9][0-9]*)$/.test(token) ? Number(token) : -1;
  const last = rest.length === 0 && operation.op === 'add' ? list.length : list.length - 1;
  if (index < 0 || index > last)
    return { fault: `there is no item "${token}" in the list at "/${at.join('/')}", which has ${list.length}` };
  if (rest.length === 0 && operation.op === 'add') return { document: list.toSpliced(index, 0, operation.value) };
  if (rest.length === 0 && operation.op === 'remove') return { document: list.toSpliced(index, 1) };
  const inner = change(list[index], rest, operation, [...at, token]);
  return 'fault' in inner ? inner : { document: list.with(index, inner.document) };
}

/** A pointer as a path into a document: tokens that lead into lists become numbers. */
export function pointerPath(document: unknown, pointer: string): Path {
  const path: (string | number)[] = [];
  let value = document;
  for (const token of parsePointer(pointer)) {
    const segment = Array.isArray(value) ? (token === '-' ? value.length - 1 : Number(token)) : token;
    path.push(segment);
    value =
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[segment] : undefined;
  }
  return path;
}

/** The other way round. */
export function pathPointer(path: Path): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
