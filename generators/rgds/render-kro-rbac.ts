import type { Manifest } from '../model/manifest.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { FIRST_WAVE } from './render-rgd.ts';
import { LIBRARY_GROUP, objectOf, type Rgd } from './rgd.ts';

const READ = ['get', 'list', 'watch'];
const RECONCILE = [...READ, 'patch'];
/** kro writes by server-side apply only, which needs no `update`. */
const MAKE = [...RECONCILE, 'create', 'delete'];

/** The name of a kind's resource: what the API machinery, and kro for the kinds that it generates, make of it. */
export function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (/(s|x|z|ch|sh)$/.test(name)) return `${name}es`;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return `${name}s`;
}

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** The rights that kro needs for the graphs of the library, in aggregation mode: exactly their kinds. */
export function renderKroRbac(library: readonly Rgd[]): Manifest {
  const rights = new Map<string, readonly string[]>();
  const grant = (apiVersion: string, kind: string, verbs: readonly string[]): void => {
    const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
    const resource = `${group}/${pluralOf(kind)}`;
    if ((rights.get(resource) ?? []).length < verbs.length) rights.set(resource, verbs);
  };
  for (const rgd of library) {
    grant(`${LIBRARY_GROUP}/${rgd.apiVersion}`, rgd.kind, RECONCILE);
    for (const resource of rgd.resources) {
      const { apiVersion, kind } = objectOf(resource);
      grant(apiVersion, kind, resource.template ? MAKE : READ);
    }
  }
  const groups = new Map<string, string[]>();
  for (const [resource, verbs] of [...rights].sort(([a], [b]) => byCodePoint(a, b))) {
    const slash = resource.indexOf('/');
    const rule = `${resource.slice(0, slash)} ${verbs.join(',')}`;
    groups.set(rule, [...(groups.get(rule) ?? []), resource.slice(slash + 1)]);
  }
  const rules: Rule[] = [...groups].map(([rule, resources]) => {
    const [group = '', verbs = ''] = rule.split(' ');
    return { apiGroups: [group], resources, verbs: verbs.split(',').sort(byCodePoint) };
  });
  const kinds = library.map(({ kind }) => pluralOf(kind)).sort(byCodePoint);
  rules.push(
    { apiGroups: [LIBRARY_GROUP], resources: kinds.map((kind) => `${kind}/status`), verbs: ['get', 'patch', 'update'] },
    { apiGroups: [LIBRARY_GROUP], resources: kinds.map((kind) => `${kind}/finalizers`), verbs: ['update'] },
  );
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: {
      name: 'wheelwright-kro-library',
      labels: { 'rbac.kro.run/aggregate-to-controller': 'true' },
      annotations: { 'argocd.argoproj.io/sync-wave': String(FIRST_WAVE - 1) },
    },
    rules,
  };
}
