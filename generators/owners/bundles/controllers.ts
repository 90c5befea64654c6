import { roleArn, roleNames } from '../../clouds/aws/roles.ts';
import type { Bundle } from '../../model/bundle.ts';
import type { Fleet, Hub } from '../../model/fleet.ts';
import { controllerApplication } from '../../model/names.ts';

const CONTROLLER_WAVE = -3;

/** kro may touch only what the library's ClusterRoles allow: mode `aggregation`. */
export function kroController(hub: Hub, fleet: Fleet): Bundle {
  const { concurrency, featureGates } = hub.controllers.kro;
  return {
    name: 'kro',
    wave: CONTROLLER_WAVE,
    project: 'controllers',
    cluster: 'hub',
    namespace: 'kro-system',
    createNamespace: true,
    source: {
      kind: 'chart',
      repo: 'oci://registry.k8s.io/kro/charts',
      chart: 'kro',
      version: hub.versions.kro ?? fleet.config.versions.kro,
      releaseName: 'kro',
      values: {
        rbac: { mode: 'aggregation' },
        config: { dynamicControllerConcurrentReconciles: concurrency, featureGates },
      },
    },
  };
}

/**
 * Minutes until a controller looks again at the latest. ACK takes back what it said of a refused or throttled tag of a node
 * group, add-on or pod identity only at its next look, and until then the spoke waits: seen with runtime 0.62.
 */
const atLatest: Readonly<Record<string, number>> = { eks: 10 };

/** An ACK controller. It assumes a role in the account of the namespace (CARM), so its own role may do nothing else. */
export function ackController(service: string, hub: Hub, fleet: Fleet): Bundle {
  const { ack, identity } = hub.controllers;
  const role = roleArn(hub, hub.account, roleNames(fleet, hub).controllers);
  return {
    name: controllerApplication(service),
    wave: CONTROLLER_WAVE,
    project: 'controllers',
    cluster: 'hub',
    namespace: 'ack-system',
    createNamespace: true,
    source: {
      kind: 'chart',
      repo: 'oci://public.ecr.aws/aws-controllers-k8s',
      chart: `${service}-chart`,
      version: hub.versions.ack[service] ?? '',
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
    },
  };
}
