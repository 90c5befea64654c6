import type { Problem } from '../../diagnostics/diagnostic.ts';
import type { Team } from '../../model/fleet.ts';
import type { Path } from '../../source/path.ts';
import { didYouMean, nearestName } from '../../util/did-you-mean.ts';
import { fleetCheck } from '../check.ts';

/** Counted in whole numbers. https://kubernetes.io/docs/concepts/policy/resource-quotas/ */
const counted = [
  ...['configmaps', 'persistentvolumeclaims', 'pods', 'replicationcontrollers', 'resourcequotas', 'secrets'],
  ...['services', 'services.loadbalancers', 'services.nodeports'],
];
const measured = [
  ...['cpu', 'ephemeral-storage', 'memory'],
  ...['limits.cpu', 'limits.ephemeral-storage', 'limits.memory'],
  ...['requests.cpu', 'requests.ephemeral-storage', 'requests.memory', 'requests.storage'],
];
const known = [...counted, ...measured];

/** What a suffix multiplies with; the sum of a quota is far below what a number holds. */
const units: Readonly<Record<string, number>> = { m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 };

const team = (quota: string) => `accounts: [main]\nquota: {${quota}}\nnamespaces: {checkout: {}}\n`;

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A quota bounds what Kubernetes knows, and counts whole things.',
  details:
    'The API server refuses a quota with an unknown resource, or with a part of a pod. What has a "/" in its name, such as `count/deployments.apps` or `requests.nvidia.com/gpu`, may be anything.',
  good: { 'config/teams/checkout.yaml': team('pods: 100, requests.cpu: 500m, count/jobs.batch: 10') },
  bad: { 'config/teams/checkout.yaml': team('pods: 100m') },
  *run({ teams }) {
    for (const team of teams.values()) {
      yield* faults(team, team.quota, ['quota']);
      for (const [namespace, { quota }] of Object.entries(team.namespaces))
        yield* faults(team, quota ?? {}, ['namespaces', namespace, 'quota']);
    }
  },
});

function* faults({ locate }: Team, quota: Team['quota'], path: Path): Generator<Problem> {
  for (const [name, amount] of Object.entries(quota)) {
    if (!name.includes('/') && !known.includes(name)) {
      const near = nearestName(name, known);
      yield {
        message: `"${name}" is nothing that a quota of Kubernetes bounds.${didYouMean(name, known)}`,
        at: locate([...path, name], 'key'),
        help: near === undefined ? `Known: ${known.join(', ')}.` : `Write "${near}".`,
      };
    } else if ((counted.includes(name) || name.startsWith('count/')) && !isWhole(String(amount))) {
      yield {
        message: `"${amount}" is no whole number, but "${name}" is counted.`,
        at: locate([...path, name]),
        help: `Write a whole number, such as ${Math.max(1, Number.parseInt(String(amount), 10))}.`,
      };
    }
  }
}

function isWhole(amount: string): boolean {
  const [, number = '', unit = ''] = /^([0-9.]+)(.*)$/.exec(amount) ?? [];
  return Number.isInteger(Number(number) * (unit.endsWith('i') ? 1024 : (units[unit] ?? 1)));
}
