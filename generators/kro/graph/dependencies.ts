import type { Context } from '../context.ts';
import type { GraphExpression } from './graph-expression.ts';
import { type References, referencesOf, type Scope } from './references.ts';
import type { ResourceExpressions } from './resource-expressions.ts';

/** Which resources a resource waits for. */
export interface Dependencies {
  readonly id: string;
  readonly index: number;
  readonly on: readonly string[];
  /** The expression that first reads a dependency. */
  readonly because: ReadonlyMap<string, GraphExpression>;
}

export interface Inspected {
  readonly dependencies: Dependencies;
  /** Of every expression of the resource that could be read; those of readyWhen are no dependencies. */
  readonly references: ReadonlyMap<GraphExpression, References>;
}

const none: ReadonlySet<string> = new Set();

/** What the expressions of a resource read, and so what it waits for. */
export function inspectResource(
  { report }: Context,
  { resolved, template, forEach, includeWhen }: ResourceExpressions,
  ids: ReadonlySet<string>,
): Inspected {
  const { resource, kind, path } = resolved;
  const iterators = new Set(resource.forEach.map(({ name }) => name));
  const references = new Map<GraphExpression, References>();
  const because = new Map<string, GraphExpression>();
  const identifying = new Set<string>();

  const read = (expression: GraphExpression, scope: Pick<Scope, 'iterators' | 'mayOmit'>): References => {
    const found = referencesOf(expression, { ids, hasRuntime: false, ...scope }, report);
    references.set(expression, found);
    for (const id of found.resources) if (!because.has(id)) because.set(id, expression);
    return found;
  };

  const visible = new Set([...iterators, ...resource.unread]);
  for (const { field, expression } of template) {
    const found = read(expression, { iterators: visible, mayOmit: true });
    if (isIdentity(field.path, kind?.scope !== 'Cluster')) for (const name of found.iterators) identifying.add(name);
  }
  for (const { name, expression } of forEach) {
    for (const other of read(expression, { iterators, mayOmit: false }).iterators) {
      const message = `${expression.label}: iterator "${name}" reads iterator "${other}"; iterators know nothing of each other.`;
      report({ code: 'kro/iterator-chain', path: expression.path, message });
    }
  }
  for (const expression of includeWhen) read(expression, { iterators: none, mayOmit: false });
  for (const name of iterators) {
    if (identifying.has(name)) continue;
    const message = `Resource "${resource.id}": iterator "${name}" is not in metadata.name, so its objects would share a name.`;
    report({ code: 'kro/iterator-not-in-name', path: [...path, 'metadata', 'name'], message });
  }
  return { dependencies: { id: resource.id, index: resource.index, on: [...because.keys()], because }, references };
}

function isIdentity(path: readonly (string | number)[], namespaced: boolean): boolean {
  const [first, second, third] = path;
  return first === 'metadata' && third === undefined && (second === 'name' || (second === 'namespace' && namespaced));
}
