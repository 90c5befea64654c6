import { type Fields, type KindRef, type KubeObject, valueAt } from './kube-objects.ts';

/** Kinds whose status nobody here would write otherwise, and whose health Argo CD reads from it. */
export const workloadKinds: readonly KindRef[] = [
  { apiVersion: 'apps/v1', kind: 'Deployment' },
  { apiVersion: 'apps/v1', kind: 'StatefulSet' },
  { apiVersion: 'apps/v1', kind: 'DaemonSet' },
  { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' },
  { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' },
  { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
];

/** Of the stand-in for nodes that a daemon set would run on. */
const nodes = 2;

const condition = (type: string, reason: string, now: string): Fields => ({
  type,
  status: 'True',
  reason,
  message: 'as the stand-in says',
  lastTransitionTime: now,
});

const statuses: Readonly<Record<string, (replicas: number, now: string, object: KubeObject) => Fields>> = {
  Deployment: (replicas, now) => ({
    replicas,
    updatedReplicas: replicas,
    readyReplicas: replicas,
    availableReplicas: replicas,
    conditions: [
      { ...condition('Available', 'MinimumReplicasAvailable', now), lastUpdateTime: now },
      { ...condition('Progressing', 'NewReplicaSetAvailable', now), lastUpdateTime: now },
    ],
  }),
  StatefulSet: (replicas) => ({
    replicas,
    updatedReplicas: replicas,
    readyReplicas: replicas,
    availableReplicas: replicas,
    currentReplicas: replicas,
    currentRevision: 'one',
    updateRevision: 'one',
  }),
  DaemonSet: () => ({
    currentNumberScheduled: nodes,
    desiredNumberScheduled: nodes,
    updatedNumberScheduled: nodes,
    numberReady: nodes,
    numberAvailable: nodes,
    numberMisscheduled: 0,
  }),
  HorizontalPodAutoscaler: (_, now, object) => ({
    currentReplicas: valueAt(object, 'spec.minReplicas') ?? 1,
    desiredReplicas: valueAt(object, 'spec.minReplicas') ?? 1,
    currentMetrics: [],
    conditions: [
      condition('AbleToScale', 'ReadyForNewScale', now),
      condition('ScalingActive', 'ValidMetricFound', now),
    ],
  }),
  PodDisruptionBudget: (_, now) => ({
    currentHealthy: nodes,
    desiredHealthy: 1,
    disruptionsAllowed: 1,
    expectedPods: nodes,
    conditions: [condition('DisruptionAllowed', 'SufficientPods', now)],
  }),
};

/** The status of a workload of which everything runs. */
export function runningStatus(object: KubeObject): Fields {
  if (object.kind === 'PersistentVolumeClaim') return { phase: 'Bound' };
  const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const replicas = Number(valueAt(object, 'spec.replicas') ?? 1);
  const status = statuses[object.kind]?.(replicas, now, object) ?? {};
  return { observedGeneration: generationOf(object), ...status };
}

/** Some kinds, such as autoscalers, count no generations. */
const generationOf = ({ metadata }: KubeObject) => metadata.generation ?? 1;

/** Whether the status already speaks of this generation. */
export function isAnswered(object: KubeObject): boolean {
  if (object.kind === 'PersistentVolumeClaim') return valueAt(object, 'status.phase') === 'Bound';
  return valueAt(object, 'status.observedGeneration') === generationOf(object);
}
