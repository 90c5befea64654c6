import type { Application } from '../../../schemas/types/argoproj.io/Application.ts';
import type { AppProject } from '../../../schemas/types/argoproj.io/AppProject.ts';
import type { Manifest } from '../../model/manifest.ts';

/** What a pattern has that is more than this imitation knows. */
const beyond = /[!?[\]{}\\]/;

type KindPattern = { readonly group: string; readonly kind: string };

/** Whether all of its patterns are stars and texts. */
export function isUnderstood({ spec }: AppProject): boolean {
  const { sourceRepos = [], destinations = [] } = spec;
  const kinds = [
    ...(spec.clusterResourceWhitelist ?? []),
    ...(spec.clusterResourceBlacklist ?? []),
    ...(spec.namespaceResourceWhitelist ?? []),
    ...(spec.namespaceResourceBlacklist ?? []),
  ].flatMap(({ group, kind }) => [group, kind]);
  const places = destinations.flatMap(({ server = '', name = '', namespace = '' }) => [server, name, namespace]);
  return ![...sourceRepos, ...places, ...kinds].some((pattern) => beyond.test(pattern));
}

/** Whether the project lets the Application read its source. https://github.com/argoproj/argo-cd: app_project_types.go */
export function permitsSource({ spec }: AppProject, repository: string): boolean {
  return (spec.sourceRepos ?? []).some((pattern) => matches(pattern, repository, '/'));
}

/** Whether objects may be put into this namespace of the Application's cluster; without one, whether it may go there at all. */
export function permitsDestination(
  { spec }: AppProject,
  { server, name }: Application['spec']['destination'],
  namespace: string,
): boolean {
  return (spec.destinations ?? []).some((allowed) => {
    const isCluster =
      (server !== undefined && matches(allowed.server ?? '', server)) ||
      (name !== undefined && matches(allowed.name ?? '', name));
    return isCluster && matches(allowed.namespace ?? '', namespace);
  });
}

/** What is in a namespace is allowed unless it is not listed or denied; what is in none, only if it is listed. */
export function permitsKind({ spec }: AppProject, object: Manifest, namespace: string | undefined): boolean {
  const [group, kind] = [object.apiVersion.includes('/') ? object.apiVersion.split('/')[0] : '', object.kind];
  const isListed = (patterns: readonly KindPattern[] | undefined) =>
    (patterns ?? []).some((pattern) => matches(pattern.group, group ?? '') && matches(pattern.kind, kind));
  if (namespace === undefined) {
    return isListed(spec.clusterResourceWhitelist) && !isListed(spec.clusterResourceBlacklist);
  }
  const isAllowed = spec.namespaceResourceWhitelist === undefined || isListed(spec.namespaceResourceWhitelist);
  return isAllowed && !isListed(spec.namespaceResourceBlacklist);
}

/** A pattern that is a star alone matches everything; within another, it does not go over the separator. */
function matches(pattern: string, value: string, separator = ''): boolean {
  if (pattern === '*' || pattern === value) return true;
  if (beyond.test(pattern)) throw new Error(`the pattern "${pattern}" is more than this imitation knows`);
  if (!pattern.includes('*')) return false;
  const star = separator === '' ? '.*' : `[^${separator}]*`;
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+^$()|]/g, '\\$&'));
  return new RegExp(`^${parts.join(star)}$`).test(value);
}
