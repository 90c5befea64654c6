import type { Manifest } from '../../model/manifest.ts';
import type { Application, OverlayProblem } from './application.ts';
import type { Base } from './authored-base.ts';

/** The workload that `set.replicas` stands for. */
export function replicaCount({ set }: Application, base: Base, problems: OverlayProblem[]) {
  if (set.replicas === undefined) return undefined;
  const [name] = base.workloads;
  if (name !== undefined && base.workloads.length === 1) return { name, count: set.replicas };
  const which =
    name === undefined
      ? 'has no workload with replicas'
      : `has several workloads (${base.workloads.map((other) => `"${other}"`).join(', ')})`;
  problems.push({
    path: ['set', 'replicas'],
    message: `The base "${base.name}" ${which}, so \`set.replicas\` cannot be applied.`,
    help: 'Use a component for what this application changes.',
  });
  return undefined;
}

/** Git and an autoscaler would set the number back and forth for ever. */
export function checkAutoscaler(objects: readonly Manifest[], workload: string, problems: OverlayProblem[]): void {
  const owner = objects.find(({ kind, spec }) => {
    const target = (spec as { readonly scaleTargetRef?: { readonly name?: unknown } } | undefined)?.scaleTargetRef;
    return kind === 'HorizontalPodAutoscaler' && target?.name === workload;
  });
  if (owner === undefined) return;
  problems.push({
    path: ['set', 'replicas'],
    message: `The number of replicas belongs to the ${owner.kind} "${owner.metadata.name}", so \`set.replicas\` cannot be applied.`,
    help: 'Remove `set.replicas`, or the component that brings the autoscaler.',
  });
}
