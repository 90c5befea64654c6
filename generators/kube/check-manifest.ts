import { checkValue } from '../schema/structural/check-value.ts';
import type { Violation, Walk } from '../schema/structural/violation.ts';
import { isMap } from '../util/plain-map.ts';
import { checkMetadata } from './check-metadata.ts';
import type { KindSchema } from './kinds.ts';
import { checkRules } from './object-rules/check-rules.ts';

export interface CheckOptions {
  /** The object is a template inside an RGD: strings may hold `${…}`, and a namespace may come from the instance. */
  readonly templates?: boolean;
  /** Something else will set the namespace: kustomize, or the destination of an Application. */
  readonly namespaceOptional?: boolean;
}

/**
 * What the API server would refuse in this object, or drop in silence: its structural schema, what is asked of every object's metadata,
 * and what it asks of objects of its own kinds besides.
 * CEL rules (`x-kubernetes-validations`) are not evaluated. The object is plain data of the kind that `kind` describes.
 */
export function checkManifest(manifest: unknown, kind: KindSchema, options: CheckOptions = {}): Violation[] {
  const templates = options.templates === true;
  const walk: Walk = { path: [], violations: [], templates };
  checkValue(manifest, kind.root, walk);
  const metadata = isMap(manifest) ? manifest['metadata'] : undefined;
  if (kind.scope !== 'File' && isMap(metadata)) {
    walk.path.push('metadata');
    checkMetadata(metadata, kind, templates || options.namespaceOptional === true, walk);
  }
  if (isMap(manifest)) checkRules(manifest, kind, walk);
  return walk.violations;
}
