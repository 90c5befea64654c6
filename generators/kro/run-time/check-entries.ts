import { didYouMean } from '../../util/did-you-mean.ts';
import type { Report } from '../context.ts';
import type { GraphExpression } from '../graph/graph-expression.ts';
import type { ResourceExpressions } from '../graph/resource-expressions.ts';
import type { CheckedStatus } from '../status/check-status.ts';
import type { ResolvedResource } from '../template/resolve-resource.ts';
import { type MissingEntry, missingEntry } from './missing-entry.ts';
import { isSame, type ReadPaths, readPaths, writtenPath } from './read-paths.ts';

type Objects = ReadonlyMap<string, ResolvedResource>;

/** Entries of maps that expressions read of objects of the graph, and that these are not given: `config.data.enw` where there is `env` alone. */
export function checkEntries(resources: readonly ResourceExpressions[], status: CheckedStatus, report: Report): void {
  const made = new Map(resources.map(({ resolved }) => [resolved.resource.id, resolved]));
  for (const { resolved, template, forEach, includeWhen, readyWhen } of resources) {
    const { id } = resolved.resource;
    const conditions = includeWhen.map(({ parsed }) => readPaths(parsed.expression));
    const needed = [...forEach, ...template].map(({ expression }) => expression);
    for (const expression of needed) check(expression, made, conditions, `"${id}" waits for it for ever`);
    for (const expression of includeWhen) check(expression, made, [], `"${id}" waits for it for ever`);
    const own = resolved.sort === 'collection' ? new Map([['each', resolved]]) : made;
    for (const expression of readyWhen) check(expression, own, [], `"${id}" is never ready`);
  }
  for (const { expression } of status.fields) check(expression, made, [], undefined);

  /** `so`: what comes of it, where an instance does not get ready. */
  function check(expression: GraphExpression, objects: Objects, others: readonly ReadPaths[], so?: string): void {
    const paths = readPaths(expression.parsed.expression);
    const asked = [paths, ...others].flatMap((one) => one.asked);
    for (const { segments, ...span } of paths.read) {
      const [root, ...path] = segments;
      const resolved = objects.get(String(root));
      if (resolved === undefined || !isOne(resolved, root)) continue;
      const missing = missingEntry(resolved, path);
      if (missing === undefined || asked.some((one) => isSame(one, [String(root), ...missing.segments]))) continue;
      const what =
        missing.movedTo === undefined
          ? `the template of "${resolved.resource.id}" has no "${writtenPath(missing.segments)}"`
          : `the API server moves "${missing.segments[0]}" of a ${String(resolved.object['kind'])} to "${missing.movedTo}"`;
      const near = didYouMean(String(missing.segments.at(-1)), missing.known);
      report({
        ...expression.spotOf(span),
        code: missing.isCertain && so !== undefined ? 'kro/missing-entry' : 'kro/absent-entry',
        message: `${expression.label}: ${what}, so ${so ?? 'this field is never written'}.${near}`,
        ...helpFor(String(root), missing),
      });
    }
  }
}

/** Whether a name stands for one object that kro makes. */
function isOne({ sort }: ResolvedResource, root: string | number | undefined): boolean {
  return sort === 'resource' || (sort === 'collection' && root === 'each');
}

function helpFor(root: string, { segments, isCertain, movedTo }: MissingEntry): { readonly help?: string } {
  if (movedTo !== undefined)
    return {
      help: `Read \`string(${writtenPath([root, movedTo, ...segments.slice(1)])})\`: its values are bytes there.`,
    };
  if (isCertain) return {};
  const map = writtenPath([root, ...segments.slice(0, -1)]);
  const help = `Add it to the template; if something else may add it, read \`${map}[?${JSON.stringify(segments.at(-1))}].orValue(…)\`.`;
  return { help };
}
