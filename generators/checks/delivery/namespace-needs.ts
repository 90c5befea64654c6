import { clusterName, type Delivered, type Position, positionOf } from '../../delivery/delivered.ts';
import type { DeliveryEngine } from '../../delivery/engine.ts';
import type { Manifest } from '../../model/manifest.ts';

/** Those that every cluster has. https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/ */
const ofKubernetes = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

/** Something that is delivered into a namespace which must be there. */
export interface NamespaceNeed {
  readonly unit: Delivered;
  readonly namespace: string;
  /** What stands in it; none where nobody can look into the unit. */
  readonly object?: Manifest;
  readonly position: Position;
  /** By all that make it on the cluster. */
  readonly made: readonly Made[];
}

interface Made {
  readonly by: Delivered;
  readonly position: Position;
}

/** All namespaces that units need, but for those that are there and those that a unit makes for itself. */
export function* namespaceNeeds(
  units: readonly Delivered[],
  { namespace: home }: DeliveryEngine,
  isNamespaced: (object: Manifest) => boolean,
): Generator<NamespaceNeed> {
  const made = makers(units);
  const isGiven = ({ cluster }: Delivered, namespace: string) =>
    ofKubernetes.includes(namespace) || (cluster === 'hub' && namespace === home);
  for (const unit of units) {
    const need = (namespace: string | undefined, position: Position, object?: Manifest): readonly NamespaceNeed[] => {
      if (namespace === undefined || isGiven(unit, namespace)) return [];
      if (unit.makesNamespace && namespace === unit.namespace) return [];
      return [{ unit, namespace, position, ...(object && { object }), made: made.get(keyOf(unit, namespace)) ?? [] }];
    };
    if (unit.closed !== undefined) yield* need(unit.namespace, positionOf(unit));
    for (const { object, order } of unit.objects()) {
      if (!isNamespaced(object)) continue;
      yield* need(object.metadata.namespace ?? unit.namespace, [...positionOf(unit), order], object);
    }
  }
}

const keyOf = ({ cluster }: Delivered, namespace: string): string => `${clusterName(cluster)}/${namespace}`;

/** Who makes each namespace. */
function makers(units: readonly Delivered[]): ReadonlyMap<string, readonly Made[]> {
  const made = new Map<string, readonly Made[]>();
  const add = (key: string, by: Delivered, position: Position) =>
    made.set(key, [...(made.get(key) ?? []), { by, position }]);
  for (const unit of units) {
    if (unit.makesNamespace) add(keyOf(unit, unit.namespace ?? ''), unit, positionOf(unit));
    for (const { object, order } of unit.objects()) {
      if (object.kind === 'Namespace') add(keyOf(unit, object.metadata.name), unit, [...positionOf(unit), order]);
    }
  }
  return made;
}
