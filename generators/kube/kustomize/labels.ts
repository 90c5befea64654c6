import { sortedEntries } from '../../util/code-point-order.ts';
import { visitMap } from './field-path.ts';
import { groupOf, kindOf, own, type Resource, versionOf } from './resource.ts';

interface LabelField {
  readonly path: readonly string[];
  readonly create: boolean;
  readonly group?: string;
  readonly version?: string;
}

type FieldsByKind = Readonly<Record<string, readonly LabelField[]>>;
type Pairs = Readonly<Record<string, string>>;

const field = (path: string, create: boolean, only: { group?: string; version?: string } = {}): LabelField => ({
  path: path.split('/'),
  create,
  ...only,
});

/** Where pod templates carry metadata (kustomize's defaults). */
const templates = (leaf: 'labels' | 'annotations'): FieldsByKind => {
  const template = [field(`spec/template/metadata/${leaf}`, true)];
  return {
    ReplicationController: [field(`spec/template/metadata/${leaf}`, true, { version: 'v1' })],
    Deployment: template,
    ReplicaSet: template,
    DaemonSet: template,
    StatefulSet:
      leaf === 'labels'
        ? [
            field('spec/template/metadata/labels', true, { group: 'apps' }),
            field('spec/volumeClaimTemplates[]/metadata/labels', true, { group: 'apps' }),
          ]
        : template,
    Job: [field(`spec/template/metadata/${leaf}`, true, { group: 'batch' })],
    CronJob: [
      field(`spec/jobTemplate/metadata/${leaf}`, true, { group: 'batch' }),
      field(`spec/jobTemplate/spec/template/metadata/${leaf}`, true, { group: 'batch' }),
    ],
  };
};

const affinity = ['podAffinity', 'podAntiAffinity'].flatMap((kind) => [
  `spec/template/spec/affinity/${kind}/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector/matchLabels`,
  `spec/template/spec/affinity/${kind}/requiredDuringSchedulingIgnoredDuringExecution/labelSelector/matchLabels`,
]);
const spread = 'spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels';
const podSelectors = [...affinity, spread].map((path) => field(path, false, { group: 'apps' }));

/** Where objects select pods (kustomize's defaults). */
const selectors: FieldsByKind = {
  Service: [field('spec/selector', true, { version: 'v1' })],
  ReplicationController: [field('spec/selector', true)],
  Deployment: [field('spec/selector/matchLabels', true), ...podSelectors],
  ReplicaSet: [field('spec/selector/matchLabels', true)],
  DaemonSet: [field('spec/selector/matchLabels', true)],
  StatefulSet: [field('spec/selector/matchLabels', true, { group: 'apps' }), ...podSelectors],
  Job: [field('spec/selector/matchLabels', false, { group: 'batch' })],
  CronJob: [field('spec/jobTemplate/spec/selector/matchLabels', false, { group: 'batch' })],
  PodDisruptionBudget: [field('spec/selector/matchLabels', false, { group: 'policy' })],
  NetworkPolicy: [
    'spec/podSelector/matchLabels',
    'spec/ingress/from/podSelector/matchLabels',
    'spec/egress/to/podSelector/matchLabels',
  ].map((path) => field(path, false, { group: 'networking.k8s.io' })),
};

const templateLabels = templates('labels');
const templateAnnotations = templates('annotations');

function setPairs(resource: Resource, fields: readonly LabelField[] | undefined, pairs: Pairs): void {
  for (const { path, create, group, version } of fields ?? []) {
    if (group !== undefined && group !== groupOf(resource)) continue;
    if (version !== undefined && version !== versionOf(resource)) continue;
    visitMap(resource.object, path, create, (map) => {
      for (const [key, value] of sortedEntries(pairs)) map[key] = value;
    });
  }
}

const ownLabels = [field('metadata/labels', true)];
const ownAnnotations = [field('metadata/annotations', true)];

/** Adds labels to metadata, and to pod templates and selectors where asked; selectors imply templates. */
export function addLabels(
  resource: Resource,
  pairs: Pairs,
  to: { readonly templates: boolean; readonly selectors: boolean },
): void {
  setPairs(resource, ownLabels, pairs);
  if (to.templates || to.selectors) setPairs(resource, own(templateLabels, kindOf(resource)), pairs);
  if (to.selectors) setPairs(resource, own(selectors, kindOf(resource)), pairs);
}

/** Adds annotations to metadata and to pod templates. */
export function addAnnotations(resource: Resource, pairs: Pairs): void {
  setPairs(resource, ownAnnotations, pairs);
  setPairs(resource, own(templateAnnotations, kindOf(resource)), pairs);
}
