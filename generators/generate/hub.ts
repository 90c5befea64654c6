import { provisionerRole, roleArn, roleNames } from '../clouds/aws/roles.ts';
import type { Fleet, Hub } from '../model/fleet.ts';
import type { Kustomization, Manifest } from '../model/manifest.ts';
import type { Facts, ManifestFile, OwnerDraft } from '../model/output.ts';
import { servicesInUse } from '../rgds/services-in-use.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { engine } from './engine.ts';
import { hubBundles } from './hub-bundles.ts';
import { keptNamespace } from './kept-namespace.ts';
import { library } from './library.ts';
import { bootstrapFile, fleetFolder, hubAddonsFolder, hubArgocdFolder, terraformFile } from './paths.ts';
import { plainData } from './plain-data.ts';
import { terraformInput } from './terraform-input.ts';

/** All that a hub needs to run its spokes; it names none of them, so that a new spoke changes nothing here. */
export function draftHub(hub: Hub, fleet: Fleet): OwnerDraft {
  const services = servicesInUse(hub, fleet);
  const gates = [
    { group: 'kro.run', kind: 'ResourceGraphDefinition' },
    ...library.map(({ kind }) => ({ group: 'kro.run', kind })),
  ];
  const file = (path: ManifestFile['path'], manifests: ManifestFile['manifests']): ManifestFile => ({
    path,
    from: hub.file,
    manifests,
  });
  const synced = engine.hub(hub, fleet, hubBundles(hub, fleet, services), gates);
  const names = Object.keys(synced).sort(byCodePoint);
  return {
    owner: { kind: 'hub', name: hub.name },
    input: { ...plainData(hub), services, accounts: accountsOf(hub, fleet).map(({ name, id }) => [name, id]) },
    facts: factsOf(hub, fleet),
    // The organisation, whose name begins those of all its roles, is the fleet's.
    locate: (path, at) => (path[0] === 'organisation' ? fleet.locateConfig(path, at) : hub.locate(path, at)),
    files: [
      file(bootstrapFile(hub), [engine.bootstrap(hub, fleet)]),
      file(`${hubArgocdFolder(hub)}/kustomization.yaml`, [kustomization(names)]),
      ...names.map((name) => file(`${hubArgocdFolder(hub)}/${name}`, synced[name] ?? [])),
      file(`${hubAddonsFolder(hub)}/namespaces.yaml`, ['ack-system', 'kro-system'].map(controllerNamespace)),
      file(`${hubAddonsFolder(hub)}/ack-role-account-map.yaml`, [roleAccountMap(hub, fleet)]),
      file(`${fleetFolder(hub)}/fleet.yaml`, engine.fleet(hub, fleet)),
      hubTerraform(hub, fleet),
    ],
  };
}

function factsOf({ account, region, partition, cluster }: Hub, { config: { organisation } }: Fleet): Facts {
  return { account, region, partition, cluster, organisation };
}

function accountsOf(hub: Hub, fleet: Fleet) {
  return [...fleet.accounts.values()].filter((account) => account.hub === hub.name);
}

function kustomization(resources: readonly string[]): Kustomization & { readonly resources: readonly string[] } {
  return { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources };
}

function controllerNamespace(name: string): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, annotations: keptNamespace },
  };
}

/** Which role ACK assumes in which account. A namespace with an owner account is looked up even if it is the hub's own. */
function roleAccountMap(hub: Hub, fleet: Fleet): Manifest {
  const own = [hub.account, roleArn(hub, hub.account, roleNames(fleet, hub).provisioner)] as const;
  const others = accountsOf(hub, fleet).map((account) => [account.id, provisionerRole(fleet, hub, account)] as const);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'ack-role-account-map', namespace: 'ack-system' },
    data: Object.fromEntries([own, ...others].sort(([a], [b]) => byCodePoint(a, b))),
  };
}

function hubTerraform(hub: Hub, fleet: Fleet) {
  const { argocd: argocdRole, controllers, provisioner } = roleNames(fleet, hub);
  return terraformInput(terraformFile(`hubs/${hub.name}`), {
    account_id: hub.account,
    partition: hub.partition,
    region: hub.region,
    cluster_name: hub.cluster,
    controller_identity: hub.controllers.identity,
    roles: { argocd: argocdRole, controllers, provisioner },
    repository: { url: fleet.config.repository.url, revision: fleet.config.repository.revision },
    bootstrap_path: bootstrapFile(hub),
  });
}
