import type { Application } from '../../schemas/types/argoproj.io/Application.ts';
import type { ApplicationSet } from '../../schemas/types/argoproj.io/ApplicationSet.ts';
import { generateApplications } from '../delivery/argocd/generate-applications.ts';
import { expandInstance, type Unmade } from '../kro/expand/expand-instance.ts';
import { newKustomizer } from '../kube/kustomization.ts';
import { parentApplication } from '../model/names.ts';
import type { PlainMap } from '../util/plain-map.ts';
import { byWave, waveOf } from './by-wave.ts';
import type { ExpandedObject } from './expanded-object.ts';
import type { GraphLibrary } from './graph-library.ts';
import { objectsIn } from './objects-in.ts';

type Kept = Pick<ExpandedObject, 'cluster' | 'application'>;

/** Applications name the hub by its address. */
const hub = 'the hub';

/**
 * What Argo CD, kustomize and kro make of a spoke, from what was written for it: the Application that the ApplicationSet
 * generates, everything that it syncs, and everything that comes of that. Undefined where nothing is written: a spoke that is
 * retired. `files`: text of the emitted files, by path.
 */
export function expandSpoke(
  spoke: string,
  hubName: string,
  files: ReadonlyMap<string, string>,
  library: GraphLibrary,
): ExpandedObject | undefined {
  const kustomizer = newKustomizer((path) => files.get(path));
  const sets = [...files].filter(([path]) => path.startsWith(`out/hubs/${hubName}/fleet/`));
  const set = sets.flatMap(([, text]) => objectsIn(text)).find(({ kind }) => kind === 'ApplicationSet');
  const { applications } = generateApplications(set as unknown as ApplicationSet, files);
  const parent = applications.find(({ metadata }) => metadata.name === parentApplication(spoke));
  return parent && expandApplication(parent as unknown as PlainMap, { cluster: hub, application: 'fleet' });

  function expandObject(object: PlainMap, kept: Kept): ExpandedObject {
    if (object['kind'] === 'Application') return expandApplication(object, kept);
    if (library.graphOf(object) !== undefined) return expandGraph(object, kept);
    return { object, ...kept, notes: [], children: [] };
  }

  function expandApplication(object: PlainMap, kept: Kept): ExpandedObject {
    const { metadata, spec } = object as unknown as Application;
    const cluster = spec.destination.name ?? hub;
    const { source } = spec;
    const isOurs = source?.path !== undefined && source.repoURL === ownRepository(set);
    if (!isOurs) {
      const { repoURL = '', chart, path = '', targetRevision = '' } = source ?? {};
      const closed = `${chart === undefined ? `${path} of` : `chart ${chart} ${targetRevision} of`} ${repoURL}`;
      return { object, ...kept, closed, notes: [], children: [] };
    }
    const application = metadata.name;
    const children = byWave(synced(source?.path ?? '')).map((child) => ({
      ...expandObject(child, { cluster, application }),
      wave: waveOf(child),
    }));
    return { object, ...kept, notes: [], children };
  }

  /** The objects of a folder: what kustomize builds of it, else those that lie there. */
  function synced(folder: string): readonly PlainMap[] {
    if (files.has(`${folder}/kustomization.yaml`)) return kustomizer.build(folder, 'out').objects;
    const own = [...files].filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith('.yaml'));
    return own.flatMap(([, text]) => objectsIn(text));
  }

  /** Objects of graphs that are used by others are expanded in turn. */
  function expandGraph(object: PlainMap, kept: Kept): ExpandedObject {
    const found = library.graphOf(object);
    if (found === undefined) return { object, ...kept, notes: [], children: [] };
    const { objects, unmade } = expandInstance(found, library.admit(object), library.kinds);
    const children = objects.map(({ id, object: made, when, forEach }) => ({
      ...expandObject(made, kept),
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

function ownRepository(set: PlainMap | undefined): unknown {
  const template = (set as unknown as ApplicationSet | undefined)?.spec.template;
  return template?.spec.source?.repoURL;
}
