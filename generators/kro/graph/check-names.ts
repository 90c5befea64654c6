import type { Context } from '../context.ts';
import type { Resource } from './graph.ts';
import { reservedNames } from './reserved-names.ts';

const mostDimensions = 10;
const camelCase = /^[a-z][a-zA-Z0-9]*$/;

/** Names of the kind, the resources and their iterators. */
export function checkNames({ graph, report }: Context): void {
  const { kind } = graph.head;
  if (kind !== '' && !/^[A-Z][a-zA-Z0-9]*$/.test(kind)) {
    const message = `The kind "${kind}" is not in UpperCamelCase.`;
    report({ code: 'kro/kind-case', path: ['spec', 'schema', 'kind'], message });
  }
  const first = new Map<string, Resource>();
  for (const resource of graph.resources) {
    const { id } = resource;
    const path = [...resource.path, 'id'];
    const before = first.get(id);
    if (reservedNames.has(id))
      report({ code: 'kro/reserved-id', path, message: `The id "${id}" is a word that kro keeps for itself.` });
    else if (!camelCase.test(id))
      report({ code: 'kro/id-case', path, message: `The id "${id}" is not in lowerCamelCase.` });
    if (before === undefined) first.set(id, resource);
    else {
      const notes = [{ message: 'the first of them', spot: { path: [...before.path, 'id'] } }];
      report({ code: 'kro/duplicate-id', path, message: `Two resources have the id "${id}".`, notes });
    }
  }
  for (const resource of graph.resources) checkIterators(resource, new Set(first.keys()), { graph, report });
}

function checkIterators(
  { id, forEach, path }: Resource,
  ids: ReadonlySet<string>,
  { report }: Pick<Context, 'graph' | 'report'>,
): void {
  const about = `Resource "${id}"`;
  if (forEach.length > mostDimensions) {
    const message = `${about} has ${forEach.length} iterators; kro takes ${mostDimensions} at most.`;
    report({ code: 'kro/many-dimensions', path: [...path, 'forEach'], message });
  }
  const seen = new Set<string>();
  for (const { name, path } of forEach) {
    const spot = { path, at: 'key' } as const;
    if (reservedNames.has(name))
      report({
        ...spot,
        code: 'kro/reserved-id',
        message: `${about}: iterator "${name}" is a word that kro keeps for itself.`,
      });
    else if (!camelCase.test(name))
      report({ ...spot, code: 'kro/id-case', message: `${about}: iterator "${name}" is not in lowerCamelCase.` });
    if (ids.has(name))
      report({
        ...spot,
        code: 'kro/iterator-hides-resource',
        message: `${about}: iterator "${name}" has the name of a resource.`,
      });
    if (seen.has(name))
      report({ ...spot, code: 'kro/duplicate-iterator', message: `${about} has two iterators "${name}".` });
    seen.add(name);
  }
}
