import type { Fleet } from '../../model/fleet.ts';
import type { Rights } from '../engine.ts';
import { ARGOCD_NAMESPACE } from './application.ts';

const inArgocd = { cluster: 'hub', namespace: ARGOCD_NAMESPACE } as const;

/** The project of the set of all parents, which is delivered with what the platform keeps on the hub. */
export const FLEET_PROJECT = 'platform';

/** What the bundles of a hub may do, with what Argo CD needs for the parents of spokes: the set that makes them, and a project of theirs. */
export function hubProjects(fleet: Fleet, rights: readonly Rights[]): readonly Rights[] {
  return rights.flatMap((project) => {
    if (project.name !== FLEET_PROJECT) return [project];
    const { destinations, namespacedKinds = [] } = project;
    const withSet = {
      ...project,
      destinations: [inArgocd, ...destinations],
      namespacedKinds: [...namespacedKinds, { group: 'argoproj.io', kind: 'ApplicationSet' }],
    };
    return [withSet, parents(fleet)];
  });
}

function parents({ config }: Fleet): Rights {
  return {
    name: 'parents',
    description: 'the parents of spokes: their Applications and projects, and nothing else',
    repositories: [config.repository.url],
    destinations: [inArgocd],
    clusterKinds: [],
    namespacedKinds: [
      { group: 'argoproj.io', kind: 'Application' },
      { group: 'argoproj.io', kind: 'AppProject' },
    ],
  };
}
