import type { Manifest } from '../../model/manifest.ts';
import { isMap, type PlainMap } from '../../util/plain-map.ts';

export interface PodTemplate {
  /** The object that makes such pods. */
  readonly of: Manifest;
  readonly labels: Readonly<Record<string, unknown>>;
  readonly spec: PlainMap;
}

const paths: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  ...Object.fromEntries(
    ['DaemonSet', 'Deployment', 'Job', 'ReplicaSet', 'ReplicationController', 'StatefulSet'].map((kind) => [
      kind,
      ['spec', 'template'],
    ]),
  ),
};

/** The pods that these objects make, as far as they are kinds of Kubernetes. */
export function podsIn(objects: readonly Manifest[]): readonly PodTemplate[] {
  return objects.flatMap((of) => {
    const path = Object.hasOwn(paths, of.kind) ? paths[of.kind] : undefined;
    if (path === undefined) return [];
    const template = path.reduce<PlainMap>((at, field) => mapAt(at, field), of as unknown as PlainMap);
    return [{ of, labels: mapAt(mapAt(template, 'metadata'), 'labels'), spec: mapAt(template, 'spec') }];
  });
}

/** The map in a field; an empty one where there is none. */
export function mapAt(of: PlainMap, field: string): PlainMap {
  const value = of[field];
  return isMap(value) ? value : {};
}

/** The maps of a list in a field. */
export function mapsAt(of: PlainMap, field: string): readonly PlainMap[] {
  const value = of[field];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

/** All containers of a pod, those of its start among them. */
export function containersIn(spec: PlainMap): readonly PlainMap[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((field) => mapsAt(spec, field));
}
