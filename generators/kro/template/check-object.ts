import { isMap } from '../../util/plain-map.ts';
import { type Context, nameField } from '../context.ts';
import type { RuleCode } from '../rules/rules.ts';
import { isCrd, type ResolvedResource } from './resolve-resource.ts';

const ownPrefixes = ['kro.run/', 'internal.kro.run/'];

/** What kro asks of an object besides its schema: where it may live, and which names are kro's. */
export function checkObject(context: Context, resolved: ResolvedResource): void {
  const { graph, report } = context;
  const { resource, object, path, kind, sort, walked } = resolved;
  for (const { code, path: at, range, message, ...key } of walked.problems) {
    const spot = { ...key, path: [...path, ...at], ...(range && { range }) };
    report({ ...spot, code, message: `${nameField(resource, at)}: ${message}.` });
  }
  if (isCrd(object) && resource.template !== undefined) checkCrdFields(context, resolved);
  const metadata = isMap(object['metadata']) ? object['metadata'] : undefined;
  if (metadata === undefined || kind === undefined) return;
  const refuse = (code: RuleCode, field: readonly string[], message: string, at?: 'key'): void => {
    const label = nameField(resource, ['metadata', ...field]);
    report({ code, path: [...path, 'metadata', ...field], ...(at && { at }), message: `${label}: ${message}` });
  };

  const isExternal = sort === 'external' || sort === 'externalCollection';
  const namespace = metadata['namespace'];
  const isSet = isExternal ? typeof namespace === 'string' && namespace !== '' : Object.hasOwn(metadata, 'namespace');
  if (kind.scope === 'Cluster') {
    if (isSet)
      refuse(
        'kro/namespace-of-cluster-kind',
        ['namespace'],
        `kind "${String(object['kind'])}" belongs to the whole cluster and has no namespace.`,
      );
  } else if (graph.head.scope === 'Cluster' && sort !== 'externalCollection') {
    if (typeof namespace !== 'string' || namespace.trim() === '') {
      refuse(
        'kro/namespace-missing',
        ['namespace'],
        `an instance has no namespace to pass on, so "${String(object['kind'])}" needs one.`,
      );
    }
  }
  for (const field of ['labels', 'annotations']) {
    const map = metadata[field];
    for (const key of isMap(map) ? Object.keys(map) : []) {
      const prefix = ownPrefixes.find((one) => key.startsWith(one));
      if (prefix !== undefined)
        refuse(
          'kro/own-metadata',
          [field, key],
          `${field} that begin with "${prefix}" are kro's own: "${key}".`,
          'key',
        );
    }
  }
}

function checkCrdFields({ report }: Context, { resource, walked, path }: ResolvedResource): void {
  for (const field of walked.fields) {
    if (field.path[0] === 'metadata') continue;
    const message = `${nameField(resource, field.path)}: a CustomResourceDefinition may have expressions in its metadata only.`;
    report({ code: 'kro/crd-expression', path: [...path, ...field.path], message });
  }
}
