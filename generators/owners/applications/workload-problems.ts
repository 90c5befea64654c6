import type { CodedProblem } from '../../diagnostics/diagnostic.ts';
import { parseImage } from '../../kube/kustomization.ts';
import type { Spoke, Team } from '../../model/fleet.ts';
import type { Manifest } from '../../model/manifest.ts';
import { onceFor } from '../../util/once-for.ts';
import type { Application } from './application.ts';
import { ENFORCE, ENFORCED, type PodSecurity, podFaults } from './pod-security.ts';
import { containersIn, mapAt, type PodTemplate, podsIn } from './pods-in.ts';

export interface WorkloadProblem extends CodedProblem {
  readonly severity: 'error' | 'warning';
}

type Finding = Pick<WorkloadProblem, 'code' | 'severity' | 'message' | 'help'>;

/** What will not work of the objects of an application, though each of them is well formed. */
export function* workloadProblems(
  spoke: Spoke,
  name: string,
  objects: readonly Manifest[],
  team: Team | undefined,
  findingsIn: Findings = newFindings(),
): Generator<WorkloadProblem> {
  const { base = '', namespace } = spoke.applications[name] as Application;
  const labels = team?.namespaces[namespace]?.labels ?? {};
  const level = (labels[ENFORCE] ?? ENFORCED) as PodSecurity;
  // A place is looked up for a fault alone: it takes reading the file anew.
  for (const finding of findingsIn(objects, level, base))
    yield { ...finding, at: spoke.locate(['applications', name, 'base']) };
}

/** What is wrong with the objects of a base, in a namespace that enforces that level. */
export type Findings = (objects: readonly Manifest[], level: PodSecurity, base: string) => readonly Finding[];

/** They are found once for what many spokes share. */
export function newFindings(): Findings {
  const known = onceFor((_objects: readonly Manifest[]) => new Map<string, readonly Finding[]>());
  return (objects, level, base) => {
    const byLevel = known(objects);
    const found = byLevel.get(level) ?? find(objects, level, base);
    byLevel.set(level, found);
    return found;
  };
}

function find(objects: readonly Manifest[], level: PodSecurity, base: string): readonly Finding[] {
  const pods = podsIn(objects);
  return [
    ...pods.flatMap((pod) => securityFindings(pod, level, base)),
    ...pods.flatMap((pod) => imageFindings(pod, base)),
    ...targetFindings(objects),
    ...selectorFindings(objects, pods),
  ];
}

const label = ({ kind, metadata }: Manifest): string => `${kind} "${metadata.name}"`;

function securityFindings({ of, spec }: PodTemplate, level: PodSecurity, base: string): readonly Finding[] {
  const faults = podFaults(spec, level);
  const fields = (kind: string): string =>
    faults.flatMap((fault) => (fault.kind === kind ? [`\`${fault.field}\``] : [])).join(', ');
  const [asked, unset] = [fields('asked'), fields('unset')];
  if (asked !== '') {
    return [
      {
        code: 'applications/pod-security',
        severity: 'error',
        message: `${label(of)} has ${asked}, which its namespace refuses: it enforces "${level}".`,
        help: `Take it out of spokes/bases/${base}, or let the namespace have the label \`${ENFORCE}: privileged\` in the file of the team.`,
      },
    ];
  }
  if (unset === '') return [];
  return [
    {
      code: 'applications/pod-security-unset',
      severity: 'warning',
      message: `${label(of)} lacks ${unset}, without which its namespace takes no pod: it enforces "${level}".`,
      help: `Write it in spokes/bases/${base}.`,
    },
  ];
}

function imageFindings({ of, spec }: PodTemplate, base: string): readonly Finding[] {
  return containersIn(spec).flatMap(({ image }): Finding[] => {
    const { tag, digest } = parseImage(String(image ?? ''));
    if (tag !== 'latest' || digest !== undefined) return [];
    return [
      {
        code: 'applications/latest-image',
        severity: 'warning',
        message: `${label(of)} runs "${image}", which is another image from one day to the next.`,
        help: `Name a version in spokes/bases/${base}, in a component or under \`set.image\`.`,
      },
    ];
  });
}

/** An autoscaler and what it scales come together, mostly of one base and its component. */
function targetFindings(objects: readonly Manifest[]): readonly Finding[] {
  return objects.flatMap((object): Finding[] => {
    if (object.kind !== 'HorizontalPodAutoscaler') return [];
    const { kind, name } = mapAt(mapAt(object as never, 'spec'), 'scaleTargetRef');
    const isThere = objects.some((other) => other.kind === kind && other.metadata.name === name);
    if (isThere || kind === undefined || name === undefined) return [];
    return [
      {
        code: 'applications/no-target',
        severity: 'warning',
        message: `${label(object)} scales ${String(kind)} "${String(name)}", which the application does not have.`,
        help: 'Name a workload of the same application under `scaleTargetRef`.',
      },
    ];
  });
}

/** Where an application has pods of its own and no kind that may make others, a Service selects some of them. */
function selectorFindings(objects: readonly Manifest[], pods: readonly PodTemplate[]): readonly Finding[] {
  if (
    pods.length === 0 ||
    objects.some(({ apiVersion }) => /\..*\//.test(apiVersion) && !/\.k8s\.io\//.test(apiVersion))
  )
    return [];
  return objects.flatMap((object): Finding[] => {
    if (object.kind !== 'Service') return [];
    const selector = Object.entries(mapAt(mapAt(object as never, 'spec'), 'selector'));
    const isSelected = pods.some(({ labels }) => selector.every(([key, value]) => labels[key] === value));
    if (selector.length === 0 || isSelected) return [];
    return [
      {
        code: 'applications/no-target',
        severity: 'warning',
        message: `${label(object)} selects ${selector.map(([key, value]) => `"${key}: ${String(value)}"`).join(', ')}, which no pod of the application has.`,
        help: 'Give its selector the labels of the pods that it is for.',
      },
    ];
  });
}
