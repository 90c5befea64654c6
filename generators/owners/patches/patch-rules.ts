import type { Path } from '../../source/path.ts';

/** Who wrote a patch: whoever may write the file of a spoke, or the platform team, to which all layers belong. */
export type PatchWriter = 'spoke' | 'platform';

/** Fields of emitted objects that patches may touch. */
export interface PatchRule {
  readonly kinds: readonly string[];
  /** JSON pointers. `*` is any segment, `**` what is below too, `<own>` a key that no engine reads. */
  readonly paths: readonly string[];
  /** `spoke`: the file of a spoke and every layer; `platform`: layers alone. */
  readonly by: PatchWriter;
  readonly why: string;
}

/**
 * THE table of what patches may touch; everything else is refused, to everybody. A field belongs here if nothing of the
 * fleet's model follows from it (no name, place, right, version or step of a life), and to a spoke's file only if it also
 * widens nothing and lifts no bound that the platform set for others.
 */
export const patchRules: readonly PatchRule[] = [
  {
    kinds: ['EKSCluster'],
    paths: ['/spec/logTypes/**', '/spec/logRetentionDays', '/spec/zonalShift'],
    by: 'spoke',
    why: 'Settings of the cluster that change nothing else.',
  },
  {
    kinds: ['EKSCluster', 'Application', 'StorageClass'],
    paths: ['/metadata/labels/<own>', '/metadata/annotations/<own>'],
    by: 'spoke',
    why: 'For people and for tools of their own.',
  },
  {
    kinds: ['Application'],
    paths: ['/spec/info/**', '/spec/revisionHistoryLimit'],
    by: 'spoke',
    why: 'What Argo CD shows of it.',
  },
  {
    kinds: ['StorageClass'],
    paths: ['/mountOptions/**', '/allowedTopologies/**'],
    by: 'spoke',
    why: 'How and where its volumes are made.',
  },
  {
    kinds: ['EKSCluster'],
    paths: ['/spec/registration/labels/<own>', '/spec/registration/annotations/<own>'],
    by: 'platform',
    why: 'Marks of the cluster in Argo CD, by which ApplicationSets of the platform choose it.',
  },
  {
    kinds: ['AppProject', 'LimitRange', 'Namespace', 'NetworkPolicy', 'ResourceQuota', 'RoleBinding'],
    paths: ['/metadata/labels/<own>', '/metadata/annotations/<own>'],
    by: 'platform',
    why: 'Policies and meshes choose by them.',
  },
  {
    kinds: ['Application'],
    paths: [
      '/metadata/annotations/notifications.argoproj.io~1*',
      '/metadata/annotations/link.argocd.argoproj.io~1*',
      '/spec/ignoreDifferences/**',
      '/spec/syncPolicy/managedNamespaceMetadata/**',
      '/spec/source/helm/skipCrds',
      '/spec/source/helm/skipSchemaValidation',
      '/spec/source/helm/skipTests',
    ],
    by: 'platform',
    why: 'How Argo CD delivers it: not what, from where, to where, or under which rights.',
  },
  {
    kinds: ['AppProject'],
    paths: [
      '/spec/clusterResourceBlacklist/**',
      '/spec/clusterResourceWhitelist/**',
      '/spec/description',
      '/spec/namespaceResourceBlacklist/**',
      '/spec/namespaceResourceWhitelist/**',
      '/spec/orphanedResources/**',
      '/spec/syncWindows/**',
    ],
    by: 'platform',
    why: 'What a team may deliver, and when: not from where or to where.',
  },
  {
    kinds: ['ResourceQuota'],
    paths: ['/spec/hard/*'],
    by: 'platform',
    why: 'Bounds of a team on these spokes.',
  },
  { kinds: ['LimitRange'], paths: ['/spec/limits/**'], by: 'platform', why: 'Defaults of containers.' },
  { kinds: ['NetworkPolicy'], paths: ['/spec/**'], by: 'platform', why: 'What is open between namespaces.' },
  { kinds: ['RoleBinding'], paths: ['/subjects/**'], by: 'platform', why: "Who else has a team's rights." },
  {
    kinds: ['StorageClass'],
    paths: ['/allowVolumeExpansion', '/parameters/*', '/volumeBindingMode'],
    by: 'platform',
    why: 'Encryption among them.',
  },
];

/** Keys of labels and annotations of these domains, and of those below them, mean something to an engine or a controller. */
export const readDomains: readonly string[] = [
  'amazonaws.com',
  'argoproj.io',
  'fluxcd.io',
  'helm.sh',
  'k8s.aws',
  'k8s.io',
  'kro.run',
  'kubernetes.io',
  'wheelwright.dev',
];

interface Rule {
  readonly by: PatchWriter;
  readonly segments: readonly string[];
}

const rulesOf = new Map<string, Rule[]>();
for (const { kinds, paths, by } of patchRules) {
  for (const kind of kinds)
    rulesOf.set(kind, [...(rulesOf.get(kind) ?? []), ...paths.map((path) => ({ by, segments: segmentsOf(path) }))]);
}

/** Whether a writer's patch may change a field of an object. */
export function mayPatch(writer: PatchWriter, kind: string, path: Path): boolean {
  const segments = path.map(String);
  const rules = rulesOf.get(kind) ?? [];
  return rules.some((rule) => (rule.by === 'spoke' || writer === 'platform') && matches(rule.segments, segments));
}

/** The fields of a kind that a writer's patch may change, as the table names them. */
export function patchable(writer: PatchWriter, kind: string): readonly string[] {
  return patchRules.flatMap(({ kinds, paths, by }) =>
    kinds.includes(kind) && (by === 'spoke' || writer === 'platform') ? paths : [],
  );
}

function segmentsOf(pattern: string): readonly string[] {
  return pattern
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/'));
}

function matches([first, ...others]: readonly string[], path: readonly string[]): boolean {
  if (first === undefined) return path.length === 0;
  if (first === '**') return true;
  const [segment, ...rest] = path;
  return segment !== undefined && matchesSegment(first, segment) && matches(others, rest);
}

function matchesSegment(pattern: string, segment: string): boolean {
  if (pattern === '<own>') return !isRead(segment);
  return pattern.endsWith('*') ? segment.startsWith(pattern.slice(0, -1)) : segment === pattern;
}

/** Whether an engine or a controller may act on a label or annotation of this key. */
function isRead(key: string): boolean {
  const slash = key.indexOf('/');
  const domain = slash === -1 ? '' : key.slice(0, slash).toLowerCase();
  return readDomains.some((read) => domain === read || domain.endsWith(`.${read}`));
}
