import { checkManifest } from '../../kube/check-manifest.ts';
import type { Kind, KindSchema } from '../../kube/kinds.ts';
import { foreignPatterns } from '../../schema/structural/foreign-patterns.ts';
import { digestSchema, type RawSchema } from '../../schema/structural/structural-schema.ts';
import type { PatternReader } from '../../schema/structural/text-pattern.ts';
import { formatPath } from '../../source/path.ts';
import type { PlainMap } from '../../util/plain-map.ts';
import { nameField, type Report } from '../context.ts';
import { isCrd, type ResolvedResource } from '../template/resolve-resource.ts';
import { isSecretData, textsOfSecret } from '../template/secret-data.ts';

const identity = ['apiVersion', 'kind', 'metadata'];
const closeIt = 'Close the "${" with "}": as it stands, kro takes it for text.';

/** Everything in a template that the API server would refuse, with the values of expressions as unknowns. */
export function checkObjects(resources: readonly ResolvedResource[], report: Report): void {
  const digested = new Map<Kind, KindSchema>();
  const patterns = foreignPatterns();

  function digest(object: PlainMap, kind: Kind, schema: RawSchema): KindSchema {
    const made = digested.get(kind) ?? kindSchema(object, kind, schema, patterns);
    digested.set(kind, made);
    return made;
  }

  for (const { resource, object, path, kind, schema, walked } of resources) {
    if (resource.template === undefined || kind === undefined || schema === undefined) continue;
    // What kro refuses already is not said again.
    const told = walked.problems.map((problem) => formatPath(problem.path));
    const unclosed = new Set(walked.unclosed.map((one) => formatPath(one.path)));
    for (const violation of checkManifest(object, digest(object, kind, schema), { templates: true })) {
      const at = formatPath(violation.path);
      if (told.some((start) => at.startsWith(start))) continue;
      // kro says so too.
      if (at === 'metadata.namespace' && kind.scope === 'Cluster') continue;
      // So it is where there are no metadata, no kind and no apiVersion.
      if (violation.path.length === 0 && /^Required field "(?:apiVersion|kind|metadata)"/.test(violation.message))
        continue;
      if (isCrd(object) && violation.path[0] !== 'metadata') continue;
      if (at === 'metadata' && violation.message === 'Required field "name" is missing.') {
        const message = `Resource "${resource.id}" has no metadata.name; kro makes nothing without one.`;
        report({ code: 'kro/no-name', path: [...path, 'metadata'], message });
        continue;
      }
      const message = `${nameField(resource, violation.path)}: ${violation.message}`;
      const help = unclosed.has(at) ? closeIt : isSecretData(object, violation.path) ? textsOfSecret : undefined;
      report({ code: 'kro/invalid-object', path: [...path, ...violation.path], message, ...(help && { help }) });
    }
  }
}

/** What the API server asks of objects of a kind that a graph makes. */
export function kindSchema(object: PlainMap, kind: Kind, schema: RawSchema, patterns: PatternReader): KindSchema {
  const { plural, scope, isBuiltin = false } = kind;
  const [apiVersion, name] = [String(object['apiVersion']), String(object['kind'])];
  const slash = apiVersion.indexOf('/');
  const required = [...new Set([...identity, ...(schema.required ?? [])])];
  return {
    apiVersion,
    group: slash < 0 ? '' : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    kind: name,
    plural,
    scope,
    root: digestSchema({ ...schema, required }, [], { builtin: isBuiltin, patterns }),
  };
}
