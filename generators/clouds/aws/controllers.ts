import type { Bundle } from '../../model/bundle.ts';
import { controllerBundle } from '../../model/controller-bundle.ts';
import type { Fleet, Hub } from '../../model/fleet.ts';
import { byCodePoint } from '../../util/code-point-order.ts';
import type { Controller } from '../cloud.ts';
import { ackService } from './ack.ts';
import { awsHub } from './aws-hub.ts';
import { roleArn, roleNames } from './roles.ts';

/** One for each ACK service of which there are kinds. */
export function controllers(apiVersions: Iterable<string>): readonly Controller[] {
  const services = new Set<string>();
  for (const apiVersion of apiVersions) {
    const service = ackService(apiVersion);
    if (service !== undefined) services.add(service);
  }
  return [...services].sort(byCodePoint).map(controllerOf);
}

export const pinned = (hub: Hub): readonly Controller[] =>
  Object.keys(awsHub(hub).versions.ack).sort(byCodePoint).map(controllerOf);

/** ACK's runtime has the condition `Ready` since 0.53, which these were the first to be built with. */
const oldest: Readonly<Record<string, string>> = {
  cloudwatchlogs: '1.1.2',
  ec2: '1.7.1',
  eks: '1.9.4',
  iam: '1.5.3',
  kms: '1.1.2',
};

function controllerOf(name: string): Controller {
  const least = oldest[name];
  return {
    name,
    bundle: (hub, fleet) => ackController(name, hub, fleet),
    pin: {
      path: ['versions', 'ack', name],
      label: `The ACK controller of "${name}"`,
      ...(least !== undefined && { oldest: least }),
    },
  };
}

/**
 * Minutes until a controller looks again at the latest. ACK takes back what it said of a refused or throttled tag of a node
 * group, add-on or pod identity only at its next look, and until then the spoke waits: seen with runtime 0.62.
 */
const atLatest: Readonly<Record<string, number>> = { eks: 10 };

/** An ACK controller. It assumes a role in the account of the namespace (CARM), so its own role may do nothing else. */
function ackController(service: string, hub: Hub, fleet: Fleet): Bundle {
  const { controllers, versions } = awsHub(hub);
  const { ack, identity } = controllers;
  const role = roleArn(hub, hub.account, roleNames(fleet, hub).controllers);
  return controllerBundle(`ack-${service}`, 'ack-system', {
    repo: 'oci://public.ecr.aws/aws-controllers-k8s',
    chart: `${service}-chart`,
    version: versions.ack[service] ?? '',
    releaseName: `ack-${service}-controller`,
    values: {
      aws: { region: hub.region },
      enableCARM: true,
      featureGates: ack.featureGates,
      installScope: 'cluster',
      leaderElection: { enabled: true },
      reconcile: {
        defaultMaxConcurrentSyncs: ack.concurrency,
        defaultResyncPeriod: Math.min(ack.resyncMinutes, atLatest[service] ?? ack.resyncMinutes) * 60,
      },
      // All four: what is left out is the chart's, whose limit of 100m would slow 20 workers down.
      resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '2', memory: '512Mi' } },
      serviceAccount: {
        name: `ack-${service}-controller`,
        ...(identity === 'irsa' && { annotations: { 'eks.amazonaws.com/role-arn': role } }),
      },
    },
  });
}
