import { clouds } from '../../clouds/registry.ts';
import { delivery } from '../../delivery/registry.ts';
import type { PatchRule, PatchWriter } from '../../model/patch-rule.ts';
import { everyGraph } from '../../rgds/library.ts';
import type { Path } from '../../source/path.ts';
import { byCodePoint } from '../../util/code-point-order.ts';

/**
 * THE table of what patches may touch; everything else is refused, to everybody. A field belongs here if nothing of the
 * fleet's model follows from it (no name, place, right, version or step of a life), and to a spoke's file only if it also
 * widens nothing and lifts no bound that the platform set for others.
 */
const ownRules: readonly PatchRule[] = [
  {
    kinds: ['StorageClass'],
    paths: ['/metadata/labels/<own>', '/metadata/annotations/<own>'],
    by: 'spoke',
    why: 'For people and for tools of their own.',
  },
  {
    kinds: ['StorageClass'],
    paths: ['/mountOptions/**', '/allowedTopologies/**'],
    by: 'spoke',
    why: 'How and where its volumes are made.',
  },
  {
    kinds: ['LimitRange', 'Namespace', 'NetworkPolicy', 'ResourceQuota', 'RoleBinding'],
    paths: ['/metadata/labels/<own>', '/metadata/annotations/<own>'],
    by: 'platform',
    why: 'Policies and meshes choose by them.',
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

const engines = Object.values(delivery);

const ofGraphs = everyGraph.flatMap(({ kind, patches = [] }) => patches.map((rule) => ({ kinds: [kind], ...rule })));

/** With those of the graphs and of the engines, each for the objects that it makes. */
export const patchRules: readonly PatchRule[] = [
  ...ofGraphs,
  ...ownRules,
  ...engines.flatMap(({ patches }) => patches.rules),
];

/** Keys of labels and annotations of these domains, and of those below them, mean something to an engine or a controller. */
export const readDomains: readonly string[] = [
  ...engines.flatMap(({ patches }) => patches.domains),
  ...Object.values(clouds).flatMap(({ domains }) => domains),
  'fluxcd.io',
  'helm.sh',
  'k8s.io',
  'kro.run',
  'kubernetes.io',
  'wheelwright.dev',
].sort(byCodePoint);

interface Rule {
  readonly by: PatchWriter;
  readonly segments: readonly string[];
}

const rulesOf: ReadonlyMap<string, readonly Rule[]> = rulesByKind();

function rulesByKind(): Map<string, Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const { kinds, paths, by } of patchRules) {
    for (const kind of kinds)
      rules.set(kind, [...(rules.get(kind) ?? []), ...paths.map((path) => ({ by, segments: segmentsOf(path) }))]);
  }
  return rules;
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
