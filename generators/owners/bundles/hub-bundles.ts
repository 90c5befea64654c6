import type { Controller } from '../../clouds/cloud.ts';
import { ownGraphs } from '../../kro/own-graphs.ts';
import type { Bundle } from '../../model/bundle.ts';
import type { Fleet, Hub } from '../../model/fleet.ts';
import { accountApplication, CONTROLLER_WAVE, networkApplication } from '../../model/names.ts';
import { accountNamespace, networkNamespace } from '../../model/out-paths.ts';
import { graphsInUse } from '../../rgds/graphs-in-use.ts';
import { manifestBundles } from '../hub-manifests.ts';
import { accountFolder, hubAddonsFolder, hubLibraryFolder, networkFolder } from '../paths.ts';
import { controllerNamespaces } from './controller-namespaces.ts';
import { kroController } from './kro-controller.ts';
import { throughMirror } from './through-mirror.ts';

/** The controllers of the hub, all that its networks and spokes need of clouds, and what is delivered to it besides. */
export function hubBundles(hub: Hub, fleet: Fleet, controllers: readonly Controller[]): readonly Bundle[] {
  const platform = (name: string, wave: number, namespace: string, path: string): Bundle => ({
    name,
    wave,
    project: 'platform',
    cluster: 'hub',
    namespace,
    source: { kind: 'path', path },
  });
  const accounts = [...fleet.accounts.values()].filter((account) => account.hub === hub.name);
  const networks = [...fleet.networks.values()].filter(
    ({ account, lifecycle }) => fleet.accounts.get(account)?.hub === hub.name && lifecycle !== 'retired',
  );
  return [
    platform('controller-settings', CONTROLLER_WAVE, controllerNamespaces(hub, fleet)[0] ?? '', hubAddonsFolder(hub)),
    throughMirror(kroController(hub), fleet),
    ...controllers.map(({ bundle }) => throughMirror(bundle(hub, fleet), fleet)),
    ...(graphsInUse(hub, fleet).length + ownGraphs(hub, fleet).length === 0
      ? []
      : [platform('library', -1, 'kro-system', hubLibraryFolder(hub))]),
    ...accounts.map((account) =>
      platform(accountApplication(account.name), -1, accountNamespace(account.name), accountFolder(account)),
    ),
    ...networks.map(
      (network): Bundle => ({
        ...platform(
          networkApplication(network.name),
          0,
          networkNamespace(network.name),
          networkFolder(hub.name, network),
        ),
        project: 'infrastructure',
        confirmDeletion: true,
      }),
    ),
    ...manifestBundles(hub, fleet),
  ];
}
