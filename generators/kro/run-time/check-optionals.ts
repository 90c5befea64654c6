import { checkManifest } from '../../kube/check-manifest.ts';
import { foreignPatterns } from '../../schema/structural/foreign-patterns.ts';
import { formatPath, type Path } from '../../source/path.ts';
import { isMap } from '../../util/plain-map.ts';
import type { Report } from '../context.ts';
import type { FilledField } from '../graph/resource-expressions.ts';
import { isCrd, type ResolvedResource } from '../template/resolve-resource.ts';
import { kindSchema } from './check-objects.ts';

/** Fields that must not be without a value, and whose expressions may give none: kro writes null, which the API server refuses there. */
export function checkOptionals(resource: ResolvedResource, optional: readonly FilledField[], report: Report): void {
  const { object, kind, schema, resource: made } = resource;
  if (optional.length === 0 || made.template === undefined || kind === undefined || schema === undefined) return;
  if (isCrd(object)) return;
  const asked = kindSchema(object, kind, schema, foreignPatterns());
  const violationsOf = (candidate: unknown) =>
    checkManifest(candidate, asked, { templates: true }).map(({ path, message }) => `${formatPath(path)} ${message}`);
  const known = new Set(violationsOf(object));
  for (const { field, expression } of optional) {
    const isName = formatPath(field.path) === 'metadata.name';
    const added = violationsOf(replaceAt(object, field.path, null)).some((one) => !known.has(one));
    if (!isName && !added) continue;
    const message = `${expression.label}: the expression may give nothing, and an object without ${nameOf(field.path)} is refused.`;
    const help = 'Put the expression in parentheses and `.orValue(…)` behind it.';
    const spot = expression.spotOf({ start: 0, end: expression.cel.length });
    report({ ...spot, code: 'kro/absent-value', message, help });
  }
}

const nameOf = (path: Path): string => `"${String(path.findLast((segment) => typeof segment === 'string'))}"`;

function replaceAt(value: unknown, [segment, ...rest]: Path, by: unknown): unknown {
  if (segment === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === segment ? replaceAt(item, rest, by) : item));
  return isMap(value) ? { ...value, [segment]: replaceAt(value[segment], rest, by) } : value;
}
