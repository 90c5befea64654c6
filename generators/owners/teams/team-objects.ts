import { ClusterRole, chartManifests, Group, k8s, RoleBinding } from '../../kube/cdk8s-objects.ts';
import type { Team } from '../../model/fleet.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Mark } from '../../model/marks.ts';
import { memberGroup } from '../../model/names.ts';
import { sortedEntries } from '../../util/code-point-order.ts';
import { ENFORCE, ENFORCED } from '../applications/pod-security.ts';
import { accessLevels } from './access-levels.ts';

type Scope = Parameters<Parameters<typeof chartManifests>[0]>[0];
type Quantities = Record<string, k8s.Quantity>;

/** Over these the labels of a namespace in the team's file win. */
const podSecurity = { [ENFORCE]: ENFORCED, 'pod-security.kubernetes.io/warn': ENFORCED };

/** A quota on one of these refuses every container that does not state it (the pod evaluator of the API server's quota plugin). */
const containerDefaults: Readonly<
  Record<string, { readonly of: 'defaultRequest' | 'default'; readonly resource: string; readonly amount: string }>
> = {
  cpu: { of: 'defaultRequest', resource: 'cpu', amount: '100m' },
  memory: { of: 'defaultRequest', resource: 'memory', amount: '128Mi' },
  'requests.cpu': { of: 'defaultRequest', resource: 'cpu', amount: '100m' },
  'requests.memory': { of: 'defaultRequest', resource: 'memory', amount: '128Mi' },
  'limits.cpu': { of: 'default', resource: 'cpu', amount: '500m' },
  'limits.memory': { of: 'default', resource: 'memory', amount: '512Mi' },
};

const dnsPorts = ['TCP', 'UDP'].map((protocol) => ({ port: k8s.IntOrString.fromNumber(53), protocol }));

const kubeDns = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
  podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
};

/**
 * What a team gets on every spoke that lists it: its namespaces, and in each of them bounds, rights and closed doors.
 * The same for every spoke, so that it is made once per team.
 */
export function teamObjects(team: Team, mark: Mark): readonly Manifest[] {
  return chartManifests((chart) => {
    for (const [namespace, { quota, labels }] of sortedEntries(team.namespaces)) {
      addNamespace(chart, team, namespace, labels, mark);
      addBounds(chart, team, namespace, { ...team.quota, ...quota });
      addRights(chart, team, namespace);
      addNetworkPolicies(chart, team, namespace);
    }
  });
}

function metadata(team: Team, namespace: string, name: string): k8s.ObjectMeta {
  return { name, namespace, labels: { 'wheelwright.dev/team': team.name } };
}

function addNamespace(
  chart: Scope,
  team: Team,
  name: string,
  labels: Readonly<Record<string, string>>,
  mark: Mark,
): void {
  new k8s.KubeNamespace(chart, name, {
    metadata: {
      name,
      labels: { ...podSecurity, ...labels, 'wheelwright.dev/team': team.name },
      annotations: mark({ retention: 'keep' }),
    },
  });
}

function addBounds(
  chart: Scope,
  team: Team,
  namespace: string,
  quota: Readonly<Record<string, string | number>>,
): void {
  const bounds = sortedEntries(quota);
  if (bounds.length === 0) return;
  const hard: Quantities = {};
  const limits: { readonly default: Quantities; readonly defaultRequest: Quantities } = {
    default: {},
    defaultRequest: {},
  };
  for (const [bound, amount] of bounds) {
    hard[bound] = k8s.Quantity.fromString(String(amount));
    const needed = containerDefaults[bound];
    if (needed !== undefined) limits[needed.of][needed.resource] = k8s.Quantity.fromString(needed.amount);
  }
  new k8s.KubeResourceQuota(chart, `${namespace}-quota`, {
    metadata: metadata(team, namespace, 'quota'),
    spec: { hard },
  });
  const filled = Object.entries(limits).filter(([, amounts]) => Object.keys(amounts).length > 0);
  if (filled.length === 0) return;
  new k8s.KubeLimitRange(chart, `${namespace}-container-defaults`, {
    metadata: metadata(team, namespace, 'container-defaults'),
    spec: { limits: [{ type: 'Container', ...Object.fromEntries(filled) }] },
  });
}

function addRights(chart: Scope, team: Team, namespace: string): void {
  for (const access of accessLevels(team)) {
    const name = `${team.name}-${access}`;
    const id = `${namespace}-${name}`;
    const role = ClusterRole.fromClusterRoleName(chart, `${id}-role`, access);
    const binding = new RoleBinding(chart, id, { metadata: metadata(team, namespace, name), role });
    binding.addSubjects(Group.fromName(chart, `${id}-group`, memberGroup(team.name, access)));
  }
}

function addNetworkPolicies(chart: Scope, team: Team, namespace: string): void {
  new k8s.KubeNetworkPolicy(chart, `${namespace}-default-deny`, {
    metadata: metadata(team, namespace, 'default-deny'),
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  });
  new k8s.KubeNetworkPolicy(chart, `${namespace}-allow-same-namespace-and-dns`, {
    metadata: metadata(team, namespace, 'allow-same-namespace-and-dns'),
    spec: {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ podSelector: {} }] }],
      egress: [{ to: [{ podSelector: {} }] }, { to: [kubeDns], ports: dnsPorts }],
    },
  });
}
