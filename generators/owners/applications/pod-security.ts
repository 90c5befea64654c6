import type { PlainMap } from '../../util/plain-map.ts';
import { containersIn, mapAt, mapsAt } from './pods-in.ts';

/** The label of a namespace that says which level it enforces, and the level where a team says nothing. */
export const ENFORCE = 'pod-security.kubernetes.io/enforce';
export const ENFORCED = 'restricted';

export type PodSecurity = 'privileged' | 'baseline' | 'restricted';

/** What a level refuses of a pod: what the pod asks for, or what it fails to say. */
export interface PodFault {
  readonly field: string;
  readonly kind: 'asked' | 'unset';
}

const baselineCapabilities: ReadonlySet<unknown> = new Set(
  `AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT`.split(
    ' ',
  ),
);
const volumes: ReadonlySet<string> = new Set(
  `configMap csi downwardAPI emptyDir ephemeral image persistentVolumeClaim projected secret`.split(' '),
);

type Fault = readonly [field: string, isFault: boolean];

/**
 * What the API server refuses of a pod in a namespace that enforces a level, as far as these fields say.
 * https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function podFaults(spec: PlainMap, level: PodSecurity): readonly PodFault[] {
  if (level === 'privileged') return [];
  const isRestricted = level === 'restricted';
  const asked = [...askedOfPod(spec, isRestricted), ...containersIn(spec).flatMap((one) => askedOf(one, isRestricted))];
  const missing = isRestricted ? containersIn(spec).flatMap((one) => unsetIn(one, mapAt(spec, 'securityContext'))) : [];
  const named = (faults: readonly Fault[], kind: PodFault['kind']): PodFault[] =>
    [...new Set(faults.flatMap(([field, isFault]) => (isFault ? [field] : [])))].map((field) => ({ field, kind }));
  return [...named(asked, 'asked'), ...named(missing, 'unset')];
}

function askedOfPod(spec: PlainMap, isRestricted: boolean): readonly Fault[] {
  const types = mapsAt(spec, 'volumes').flatMap((volume) => Object.keys(volume).filter((key) => key !== 'name'));
  return [
    ...['hostNetwork', 'hostPID', 'hostIPC'].map((field): Fault => [`${field}: true`, spec[field] === true]),
    ...types.map((type): Fault => [`${type} volume`, type === 'hostPath' || (isRestricted && !volumes.has(type))]),
    ...askedInContext(mapAt(spec, 'securityContext'), isRestricted),
  ];
}

function askedOf(container: PlainMap, isRestricted: boolean): readonly Fault[] {
  const context = mapAt(container, 'securityContext');
  const { add = [] } = mapAt(context, 'capabilities') as { readonly add?: readonly unknown[] };
  const isAllowed = (name: unknown): boolean =>
    isRestricted ? name === 'NET_BIND_SERVICE' : baselineCapabilities.has(name);
  return [
    ['privileged: true', context['privileged'] === true],
    ['allowPrivilegeEscalation: true', isRestricted && context['allowPrivilegeEscalation'] === true],
    ...add.map((name): Fault => [`capability ${String(name)}`, !isAllowed(name)]),
    ...mapsAt(container, 'ports').map(({ hostPort = 0 }): Fault => ['hostPort', hostPort !== 0]),
    ...askedInContext(context, isRestricted),
  ];
}

/** Of a pod or of a container. */
function askedInContext(context: PlainMap, isRestricted: boolean): readonly Fault[] {
  return [
    ['seccompProfile: Unconfined', mapAt(context, 'seccompProfile')['type'] === 'Unconfined'],
    ['runAsNonRoot: false', isRestricted && context['runAsNonRoot'] === false],
    ['runAsUser: 0', isRestricted && context['runAsUser'] === 0],
  ];
}

function unsetIn(container: PlainMap, pod: PlainMap): readonly Fault[] {
  const context = mapAt(container, 'securityContext');
  const { drop = [] } = mapAt(context, 'capabilities') as { readonly drop?: readonly unknown[] };
  return [
    ['allowPrivilegeEscalation: false', context['allowPrivilegeEscalation'] === undefined],
    ['capabilities: {drop: [ALL]}', !drop.includes('ALL')],
    ['runAsNonRoot: true', (context['runAsNonRoot'] ?? pod['runAsNonRoot']) === undefined],
    ['seccompProfile: {type: RuntimeDefault}', (context['seccompProfile'] ?? pod['seccompProfile']) === undefined],
  ];
}
