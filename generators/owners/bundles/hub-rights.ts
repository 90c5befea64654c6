import type { Gate, Rights } from '../../delivery/engine.ts';
import type { Bundle } from '../../model/bundle.ts';
import type { Fleet, Hub } from '../../model/fleet.ts';
import { controllerNamespaces } from './controller-namespaces.ts';

const every = (group: string): Gate => ({ group, kind: '*' });

/** What the bundles of a hub may do, by their projects. */
export function hubRights(hub: Hub, fleet: Fleet, bundles: readonly Bundle[]): readonly Rights[] {
  const { url } = fleet.config.repository;
  const onHub = (...namespaces: string[]) => namespaces.map((namespace) => ({ cluster: 'hub' as const, namespace }));
  const running = controllerNamespaces(hub, fleet).toReversed();
  const controllers = bundles.filter(({ project }) => project === 'controllers');
  return [
    {
      name: 'controllers',
      description: 'kro and the cloud controllers of the hub',
      repositories: controllers.flatMap(({ source }) => (source.kind === 'chart' ? [source.repo] : [])),
      destinations: onHub(...new Set(controllers.map(({ namespace }) => namespace))),
      clusterKinds: [
        { group: '', kind: 'Namespace' },
        { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' },
        { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
        { group: 'rbac.authorization.k8s.io', kind: 'ClusterRoleBinding' },
      ],
      namespacedKinds: [every(''), every('apps'), every('rbac.authorization.k8s.io'), every('policy')],
    },
    {
      name: 'platform',
      description: 'what the platform itself keeps on the hub: library, accounts, networks, fleet',
      repositories: [url],
      destinations: onHub(...running, 'account-*', 'spoke-*', 'network-*'),
      clusterKinds: [
        { group: '', kind: 'Namespace' },
        { group: 'kro.run', kind: 'ResourceGraphDefinition' },
        { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
      ],
      namespacedKinds: [{ group: '', kind: 'ConfigMap' }],
    },
    {
      name: 'infrastructure',
      description: 'clusters and networks as instances of the library',
      repositories: [url],
      destinations: onHub('spoke-*', 'network-*'),
      clusterKinds: [],
      namespacedKinds: [every('kro.run')],
    },
  ];
}
