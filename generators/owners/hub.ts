import { cloudNamed } from '../clouds/cloud-named.ts';
import { ownGraphs } from '../kro/own-graphs.ts';
import { DEFAULT_CLOUD } from '../model/default-cloud.ts';
import type { Fleet, Hub } from '../model/fleet.ts';
import { kustomization } from '../model/kustomization.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Mark } from '../model/marks.ts';
import type { ManifestFile, OwnerDraft } from '../model/output.ts';
import { controllersInUse } from '../rgds/controllers-in-use.ts';
import { cloudsOf, type GraphInUse, graphsInUse } from '../rgds/graphs-in-use.ts';
import { controllerNamespaces } from './bundles/controller-namespaces.ts';
import { hubBundles } from './bundles/hub-bundles.ts';
import { hubRights } from './bundles/hub-rights.ts';
import { engineOf } from './engine.ts';
import { factsOfHub } from './hub-facts.ts';
import { manifestFiles, manifestRights } from './hub-manifests.ts';
import { ownGraphFiles, ownKinds } from './own-graph-files.ts';
import { hubAddonsFolder, hubLibraryFolder, libraryFolder, terraformFile } from './paths.ts';
import { plainData } from './plain-data.ts';
import { terraformInput } from './terraform-input.ts';

/** All that a hub needs to run its spokes; it names none of them, so that a new spoke changes nothing here. */
export function draftHub(hub: Hub, fleet: Fleet): OwnerDraft {
  const engine = engineOf(hub);
  const controllers = controllersInUse(hub, fleet);
  const graphs = graphsInUse(hub, fleet);
  const inLibrary = [...graphs.map((graph) => fromHub(hub, graph)), ...ownGraphs(hub, fleet).map(({ name }) => name)];
  const clouds = cloudsOf(hub, fleet).map(cloudNamed);
  const gates = [
    { group: 'kro.run', kind: 'ResourceGraphDefinition' },
    ...graphs.map(({ rgd }) => ({ group: 'kro.run', kind: rgd.kind })),
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
  const bundles = hubBundles(hub, fleet, controllers);
  const placed = engine.hub(hub, fleet, {
    bundles,
    gates,
    rights: [...hubRights(hub, fleet, bundles), ...manifestRights(hub, fleet)],
  });
  return {
    owner: { kind: 'hub', name: hub.name },
    input: {
      ...plainData(hub),
      services: controllers.map(({ name }) => name),
      graphs: graphs.map(({ rgd }) => rgd.kind),
      accounts: accountsOf(hub, fleet).map(({ name, id }) => [name, id]),
      authored,
    },
    facts: factsOfHub(hub, fleet),
    // The organisation, whose name begins those of all its roles, is the fleet's.
    locate: (path, at) => (path[0] === 'organisation' ? fleet.locateConfig(path, at) : hub.locate(path, at)),
    files: [
      ...placed.map((one) => ('manifests' in one ? { from: hub.file, ...one } : one)),
      file(
        `${hubAddonsFolder(hub)}/namespaces.yaml`,
        controllerNamespaces(hub, fleet).map((name) => controllerNamespace(name, engine.marks)),
      ),
      ...clouds
        .flatMap(({ hubObjects }) => Object.entries(hubObjects(hub, fleet)))
        .map(([name, manifests]) => file(`${hubAddonsFolder(hub)}/${name}`, manifests)),
      // None where there is no graph: kustomize refuses an empty list, and no Application reads it.
      ...(inLibrary.length === 0
        ? []
        : [file(`${hubLibraryFolder(hub)}/kustomization.yaml`, [kustomization(inLibrary)])]),
      ...own,
      terraformInput(terraformFile(`hubs/${hub.name}`), cloudNamed(DEFAULT_CLOUD).handoff.hub(hub, fleet)),
    ],
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
