import { clusterName, type Delivered } from '../delivery/delivered.ts';
import { expandInstance, type Unmade } from '../kro/expand/expand-instance.ts';
import type { Kinds } from '../kube/kinds.ts';
import { parentApplication } from '../model/names.ts';
import type { PlainMap } from '../util/plain-map.ts';
import type { ExpandedObject } from './expanded-object.ts';
import { readLibrary } from './graph-library.ts';

type Kept = Pick<ExpandedObject, 'cluster' | 'application'>;

/**
 * What an engine, kustomize and kro make of a spoke: the unit of its own, everything that it delivers, and everything that
 * comes of that. Undefined where there is none: a spoke that is retired. `units`: all that is delivered to its hub.
 */
export function expandSpoke(spoke: string, units: readonly Delivered[], known: Kinds): ExpandedObject | undefined {
  const library = readLibrary(units, known);
  const unitOf = new Map<PlainMap, Delivered>(units.map((unit) => [unit.object, unit]));
  const parent = units.find(({ name }) => name === parentApplication(spoke));
  return parent && expandUnit(parent);

  function expandUnit({ object, by, closed, cluster, name, objects }: Delivered): ExpandedObject {
    const kept = { cluster: clusterName(by?.cluster ?? 'hub'), application: by?.name ?? '' };
    if (closed !== undefined) return { object, ...kept, closed, notes: [], children: [] };
    const inOrder = objects().toSorted((a, b) => a.order - b.order);
    const children = inOrder.map((child) => ({
      ...expandObject(child.object, { cluster: clusterName(cluster), application: name }),
      wave: child.order,
    }));
    return { object, ...kept, notes: [], children };
  }

  function expandObject(object: PlainMap, kept: Kept): ExpandedObject {
    const unit = unitOf.get(object);
    return unit === undefined ? expandGraph(object, kept) : expandUnit(unit);
  }

  /** Objects of graphs that are used by others are expanded in turn. */
  function expandGraph(object: PlainMap, kept: Kept): ExpandedObject {
    const found = library.graphOf(object);
    if (found === undefined) return { object, ...kept, notes: [], children: [] };
    const { objects, unmade } = expandInstance(found, library.admit(object), library.kinds);
    const children = objects.map(({ id, object: made, when, forEach }) => ({
      ...expandGraph(made, kept),
      resource: id,
      ...(when !== undefined && { when }),
      ...(forEach !== undefined && { forEach }),
    }));
    return { object, ...kept, notes: unmade.flatMap(describeUnmade), children };
  }
}

/** What is empty or switched off is meant so; what waits or fails is not. */
function describeUnmade({ id, why, message }: Unmade): readonly string[] {
  if (why === 'empty' || why === 'condition') return [];
  return [`${id} ${why === 'skipped' ? 'is skipped' : why}: ${message}`];
}
