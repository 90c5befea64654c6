import { checkManifest } from '../../kube/check-manifest.ts';
import type { KindSchema, Kinds } from '../../kube/kinds.ts';
import { withIdentity } from '../../schema/structural/resolve-references.ts';
import { digestSchema } from '../../schema/structural/structural-schema.ts';
import { ownPattern } from '../../schema/structural/text-pattern.ts';
import { formatPath, type Path } from '../../source/path.ts';
import { isMap, type PlainMap } from '../../util/plain-map.ts';
import type { Report } from '../context.ts';
import { graphSchema } from './graph-schema.ts';

const required = ['apiVersion', 'kind', 'metadata'];

/** What the API server asks of a ResourceGraphDefinition before kro sees it. */
export function checkShape(data: PlainMap, { objectMeta }: Kinds, report: Report): void {
  const schema = { ...withIdentity(graphSchema, objectMeta), required: [...required, 'spec'] };
  const kind: KindSchema = {
    apiVersion: 'kro.run/v1alpha1',
    group: 'kro.run',
    version: 'v1alpha1',
    kind: 'ResourceGraphDefinition',
    plural: 'resourcegraphdefinitions',
    scope: 'Cluster',
    // What is null is dropped before anything else is asked of it.
    root: digestSchema(schema, [], { builtin: true, patterns: ownPattern }),
  };
  if (Object.hasOwn(data, 'apiVersion') && data['apiVersion'] !== kind.apiVersion) {
    const message = `The apiVersion ${JSON.stringify(data['apiVersion'])} is not "${kind.apiVersion}".`;
    report({ code: 'kro/graph-shape', path: ['apiVersion'], message });
  }
  for (const { path, message } of checkManifest(data, kind)) {
    const at = formatPath(path);
    const misplaced = misplacedIn(data, path, message);
    if (misplaced === 'elsewhere') continue;
    const isUnknown = message.startsWith('Unknown field');
    const code = isUnknown
      ? 'kro/unknown-graph-field'
      : at === 'metadata.namespace'
        ? 'kro/graph-namespace'
        : 'kro/graph-shape';
    report({
      code,
      path,
      ...(isUnknown && { at: 'key' as const }),
      message: `The graph at ${at || 'its top'}: ${message}`,
      ...(misplaced === 'here' && { help: 'Write it within `metadata`, as for every object.' }),
    });
  }
  const resources = isMap(data['spec']) ? data['spec']['resources'] : undefined;
  for (const [index, resource] of (Array.isArray(resources) ? resources : []).entries()) {
    if (isMap(resource)) checkObject(resource, index, report);
  }
}

const inMetadata: readonly string[] = ['name', 'namespace', 'selector'];

/** What belongs into the metadata of an external reference is told of where it stands, and not where it lacks. */
function misplacedIn(data: PlainMap, path: Path, message: string): 'here' | 'elsewhere' | undefined {
  const last = path.at(-1);
  if (path.at(-2) === 'externalRef' && inMetadata.includes(String(last))) return 'here';
  if (last !== 'externalRef' || message !== 'Required field "metadata" is missing.') return undefined;
  const reference = path.reduce<unknown>((at, segment) => (at as PlainMap | undefined)?.[segment as string], data);
  return isMap(reference) && inMetadata.some((field) => Object.hasOwn(reference, field)) ? 'elsewhere' : undefined;
}

/** Exactly one object: made or read. */
function checkObject(resource: PlainMap, index: number, report: Report): void {
  const path = ['spec', 'resources', index];
  const given = ['template', 'externalRef'].filter((key) => (resource[key] ?? undefined) !== undefined);
  const about = `Resource "${String(resource['id'] ?? index)}"`;
  if (given.length === 0) {
    report({ code: 'kro/no-object', path, message: `${about} has neither "template" nor "externalRef".` });
  } else if (given.length === 2) {
    const message = `${about} has both "template" and "externalRef"; an object is made or read, not both.`;
    report({ code: 'kro/both-objects', path: [...path, 'externalRef'], at: 'key', message });
  }
}
