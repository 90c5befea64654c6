import { byCodePoint } from '../../util/code-point-order.ts';

/** What kro does with the objects of a kind: they are instances of a graph, are made of one, or are read by one. */
export type Use = 'reconciles' | 'makes' | 'reads';

export interface UsedKind {
  readonly group: string;
  /** The kind in the plural, as an API server calls it. */
  readonly resource: string;
  readonly use: Use;
}

export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** kro collects the rights of every ClusterRole that has it, in the mode `aggregation` of its chart: https://kro.run/docs/advanced/access-control */
export const aggregationLabel = 'rbac.kro.run/aggregate-to-controller';

const reads = ['get', 'list', 'watch'];
const reconciles = [...reads, 'patch'];
/** kro writes by server-side apply only, which needs no `update`. */
export const verbsOf: Readonly<Record<Use, readonly string[]>> = {
  reads,
  reconciles,
  makes: [...reconciles, 'create', 'delete'],
};

/** The API group of an `apiVersion`: nothing for the core's, `v1`. */
export const groupOf = (apiVersion: string): string => apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')));

/** What instances need besides. */
export const verbsOfParts = { status: ['get', 'patch', 'update'], finalizers: ['update'] } as const;

/** A ClusterRole that lets kro do just this. */
export function kroClusterRole(
  name: string,
  used: readonly UsedKind[],
  annotations?: Readonly<Record<string, string>>,
) {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name, labels: { [aggregationLabel]: 'true' }, ...(annotations && { annotations }) },
    rules: [...rulesFor(used), ...rulesForParts(used)],
  };
}

/** One rule for the resources of a group with the same verbs. */
function rulesFor(used: readonly UsedKind[]): readonly PolicyRule[] {
  const verbs = new Map<string, readonly string[]>();
  for (const { group, resource, use } of used) {
    const key = `${group}/${resource}`;
    if ((verbs.get(key)?.length ?? 0) < verbsOf[use].length) verbs.set(key, verbsOf[use]);
  }
  const rules = new Map<string, { group: string; resources: string[]; verbs: readonly string[] }>();
  for (const [key, allowed] of [...verbs].sort(([a], [b]) => byCodePoint(a, b))) {
    const slash = key.indexOf('/');
    const [group, resource] = [key.slice(0, slash), key.slice(slash + 1)];
    const known = rules.get(`${group} ${allowed.length}`);
    if (known) known.resources.push(resource);
    else rules.set(`${group} ${allowed.length}`, { group, resources: [resource], verbs: allowed });
  }
  return [...rules.values()].map(({ group, resources, verbs: allowed }) => ({
    apiGroups: [group],
    resources,
    verbs: allowed.toSorted(byCodePoint),
  }));
}

function rulesForParts(used: readonly UsedKind[]): readonly PolicyRule[] {
  const own = used.filter(({ use }) => use === 'reconciles');
  const groups = [...new Set(own.map(({ group }) => group))].sort(byCodePoint);
  return groups.flatMap((group) => {
    const resources = own.filter((one) => one.group === group).map(({ resource }) => resource);
    const kinds = [...new Set(resources)].sort(byCodePoint);
    return Object.entries(verbsOfParts).map(([part, verbs]) => ({
      apiGroups: [group],
      resources: kinds.map((kind) => `${kind}/${part}`),
      verbs,
    }));
  });
}
