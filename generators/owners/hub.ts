import { provisionerRole, roleArn, roleNames } from '../clouds/aws/roles.ts';
import { ownGraphs } from '../kro/own-graphs.ts';
import type { Fleet, Hub } from '../model/fleet.ts';
import { kustomization } from '../model/kustomization.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Mark } from '../model/marks.ts';
import { bootstrapFile } from '../model/out-paths.ts';
import type { Facts, ManifestFile, OwnerDraft } from '../model/output.ts';
import { type GraphInUse, graphsInUse, graphsNeeded } from '../rgds/graphs-in-use.ts';
import { everyGraph } from '../rgds/library.ts';
import { servicesInUse } from '../rgds/services-in-use.ts';
import { byCodePoint } from '../util/code-point-order.ts';
import { hubBundles } from './bundles/hub-bundles.ts';
import { engineOf } from './engine.ts';
import { manifestFiles, manifestRights } from './hub-manifests.ts';
import { ownGraphFiles, ownKinds } from './own-graph-files.ts';
import { hubAddonsFolder, hubLibraryFolder, libraryFolder, terraformFile } from './paths.ts';
import { plainData } from './plain-data.ts';
import { terraformInput } from './terraform-input.ts';

/** All that a hub needs to run its spokes; it names none of them, so that a new spoke changes nothing here. */
export function draftHub(hub: Hub, fleet: Fleet): OwnerDraft {
  const engine = engineOf(hub);
  const services = servicesInUse(hub, fleet);
  const graphs = graphsInUse(hub, fleet);
  const inLibrary = [...graphs.map((graph) => fromHub(hub, graph)), ...ownGraphs(hub, fleet).map(({ name }) => name)];
  const gates = [
    { group: 'kro.run', kind: 'ResourceGraphDefinition' },
    ...everyGraph.map(({ kind }) => ({ group: 'kro.run', kind })),
    ...ownKinds(hub, fleet),
  ];
  const file = (path: ManifestFile['path'], manifests: ManifestFile['manifests']): ManifestFile => ({
    path,
    from: hub.file,
    manifests,
  });
  const own = [...ownGraphFiles(hub, fleet, engine.marks), ...manifestFiles(hub, fleet)];
  // The hub changes with all that is written of them.
  const authored = own.map((one) => ('content' in one ? [one.path, one.content] : [one.path, one.manifests]));
  const placed = engine.hub(hub, fleet, {
    bundles: hubBundles(hub, fleet, services),
    gates,
    rights: manifestRights(hub, fleet),
  });
  return {
    owner: { kind: 'hub', name: hub.name },
    input: {
      ...plainData(hub),
      services,
      graphs: graphs.map(({ rgd }) => rgd.kind),
      accounts: accountsOf(hub, fleet).map(({ name, id }) => [name, id]),
      authored,
    },
    facts: factsOf(hub, fleet),
    // The organisation, whose name begins those of all its roles, is the fleet's.
    locate: (path, at) => (path[0] === 'organisation' ? fleet.locateConfig(path, at) : hub.locate(path, at)),
    files: [
      ...placed.map((one) => ('manifests' in one ? { from: hub.file, ...one } : one)),
      file(
        `${hubAddonsFolder(hub)}/namespaces.yaml`,
        ['ack-system', 'kro-system'].map((name) => controllerNamespace(name, engine.marks)),
      ),
      file(`${hubAddonsFolder(hub)}/ack-role-account-map.yaml`, [roleAccountMap(hub, fleet)]),
      // None where there is no graph: kustomize refuses an empty list, and no Application reads it.
      ...(inLibrary.length === 0
        ? []
        : [file(`${hubLibraryFolder(hub)}/kustomization.yaml`, [kustomization(inLibrary)])]),
      ...own,
      hubTerraform(hub, fleet),
    ],
  };
}

function factsOf(hub: Hub, fleet: Fleet): Facts {
  const { account, region, partition, cluster } = hub;
  const needed = new Set(graphsNeeded(hub, fleet).map(({ rgd }) => rgd));
  const graphs = graphsInUse(hub, fleet).map(({ rgd }) => [`graphs.${rgd.kind}`, needed.has(rgd) ? 'needed' : 'kept']);
  return {
    account,
    region,
    partition,
    cluster,
    organisation: fleet.config.organisation,
    ...Object.fromEntries(graphs),
    ...Object.fromEntries(ownGraphs(hub, fleet).map(({ name }) => [`graphs.${name}`, 'own'])),
  };
}

/** A graph's folder of the library, as seen from the hub's own. */
const fromHub = (hub: Hub, { cloud, rgd }: GraphInUse): string =>
  `../../../${libraryFolder(cloud, hub.versions.library, engineOf(hub)).slice('out/'.length)}/${rgd.name}`;

function accountsOf(hub: Hub, fleet: Fleet) {
  return [...fleet.accounts.values()].filter((account) => account.hub === hub.name);
}

function controllerNamespace(name: string, mark: Mark): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, annotations: mark({ retention: 'keep' }) },
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
