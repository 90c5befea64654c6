import type { Kind } from '../../kube/kinds.ts';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import type { Path } from '../../source/path.ts';
import { isMap, type PlainMap } from '../../util/plain-map.ts';
import { type Context, nameField } from '../context.ts';
import { objectOf, type Resource, type ResourceSort, sortOfResource } from '../graph/graph.ts';
import { nearestKind } from './nearest-kind.ts';
import { type Walked, walkTemplate } from './walk-template.ts';

/** A resource with its kind and the expressions of its object. */
export interface ResolvedResource {
  readonly resource: Resource;
  readonly sort: ResourceSort;
  readonly object: PlainMap;
  /** Of the object in the graph. */
  readonly path: Path;
  readonly kind: Kind | undefined;
  /** Of the kind, without references; undefined where the kind is unknown. */
  readonly schema: RawSchema | undefined;
  readonly walked: Walked;
}

const giveCrd =
  'Where the cluster does have it, put the file of its CRD beside the graph, or name it: lint --crds <file or folder>.';

/** Finds the kind of every resource and walks its object along the schema. A resource without an object is reported and left out. */
export function resolveResources(context: Context): readonly ResolvedResource[] {
  return context.graph.resources.flatMap((resource) => {
    const found = objectOf(resource);
    if (found === undefined) return [];
    const { object, path } = found;
    const kind = resolveKind(context, resource, object, path);
    const schema = kind?.complete;
    const sort = sortOfResource(resource);
    const isExternal = sort === 'external' || sort === 'externalCollection';
    const isFree = isExternal || isCrd(object);
    const walked = walkTemplate(object, isFree ? undefined : schema);
    return [{ resource, sort, object, path, kind, schema, walked }];
  });
}

export function isCrd({ apiVersion, kind }: PlainMap): boolean {
  return apiVersion === 'apiextensions.k8s.io/v1' && kind === 'CustomResourceDefinition';
}

function resolveKind({ kinds, report }: Context, resource: Resource, object: PlainMap, path: Path): Kind | undefined {
  const { apiVersion, kind, metadata } = object;
  const { length } = ['apiVersion', 'kind'].filter((field) => {
    if (typeof object[field] === 'string') return false;
    const message = `${nameField(resource, [])} has no text in ${field}.`;
    report({ code: 'kro/no-object', path: [...path, field], message });
    return true;
  });
  // Of an external reference the API server says so itself.
  if (!isMap(metadata) && resource.template !== undefined) {
    const message = `${nameField(resource, [])} has no map in metadata.`;
    report({ code: 'kro/no-object', path: [...path, 'metadata'], message });
  }
  if (length > 0 || typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  if (apiVersion.split('/').length > 2) {
    const message = `${nameField(resource, ['apiVersion'])}: "${apiVersion}" is not a version, or a group, "/" and a version.`;
    report({ code: 'kro/api-version', path: [...path, 'apiVersion'], message });
    return undefined;
  }
  if (!/^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(kind.toLowerCase()) || kind.length > 63) {
    const message = `${nameField(resource, ['kind'])}: "${kind}" is no name of a kind; an expression cannot stand here.`;
    report({ code: 'kro/kind-name', path: [...path, 'kind'], message });
    return undefined;
  }
  // Nothing before the slash is the group of the core, `v1`.
  const found = kinds.get(apiVersion.replace(/^\/(?=.)/, ''), kind);
  if (found === undefined) {
    const near = nearestKind(apiVersion, kind, kinds.names);
    const message = `${nameField(resource, ['kind'])}: the cluster has no kind "${apiVersion}/${kind}".`;
    report({
      code: 'kro/unknown-kind',
      path: [...path, 'kind'],
      ...(near === undefined ? { message, help: giveCrd } : { message: `${message} Did you mean "${near}"?` }),
    });
  }
  return found;
}
