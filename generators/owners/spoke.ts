import { hasManifests, manifestsOf } from '../addons/addon-parts.ts';
import { enabledAddons } from '../addons/enabled-addons.ts';
import type { DeliveryEngine } from '../delivery/engine.ts';
import type { Account, Fleet, Hub, Spoke } from '../model/fleet.ts';
import { configParts, type FleetPart, type NamedPart } from '../model/fleet-parts.ts';
import { kebabCase } from '../model/names.ts';
import { spokeFolder, spokeNamespace } from '../model/out-paths.ts';
import type { ManifestFile, OutputFile } from '../model/output.ts';
import type { Instance } from '../model/rgd.ts';
import { graphsOf, hasInstance } from '../rgds/library.ts';
import { applicationFiles } from './applications/application-files.ts';
import { deliveredBundles, deliversWorkloads, spokeBundles } from './bundles/spoke-bundles.ts';
import { engineOfSpoke } from './engine.ts';
import { accountScopedNamespace } from './namespaces.ts';
import { authoredFinding, type Drafted } from './owner-rules.ts';
import { applyPatches } from './patches/apply-patches.ts';
import { accountFolder } from './paths.ts';
import { plainData } from './plain-data.ts';
import type { SharedManifests } from './shared-manifests.ts';
import { locateFacts, spokeFacts } from './spoke-facts.ts';
import { spokeRights } from './teams/spoke-rights.ts';

type DraftFile = ManifestFile | OutputFile;

/** The parts of the fleet that it names, or that those name. */
export function spokeInputs({ name, hub, account, network, teams, applications }: Spoke): readonly FleetPart[] {
  const all = Object.values(applications);
  const parts: NamedPart[] = [{ kind: 'spoke', name }];
  const add = (kind: NamedPart['kind'], of: string | undefined): void => {
    const isThere = parts.some((part) => part.kind === kind && part.name === of);
    if (of !== undefined && !isThere) parts.push({ kind, name: of });
  };
  for (const team of teams) add('team', team);
  for (const { team } of all) add('team', team);
  add('network', network.use);
  add('account', account);
  add('hub', hub);
  for (const { base } of all) add('base', base);
  for (const { components } of all) for (const component of components) add('component', component);
  return [...parts, ...configParts('organisation', 'repository', 'mirrors')];
}

/** All that is written for one spoke, and for nobody else. */
export function draftSpoke(spoke: Spoke, fleet: Fleet, shared: SharedManifests): Drafted {
  const account = fleet.accounts.get(spoke.account) as Account;
  const engine = engineOfSpoke(spoke, fleet);
  const instances = instancesOf(spoke, fleet, engine);
  const applications = deliversWorkloads(spoke)
    ? applicationFiles(spoke, fleet, shared)
    : { files: [], problems: [], warnings: [], authored: [] };
  const files: DraftFile[] = [
    {
      path: `${accountFolder(account)}/${spoke.name}.yaml`,
      from: spoke.file,
      manifests: [accountScopedNamespace(spokeNamespace(spoke.name), account, spoke.region, engine.marks)],
    },
    ...delivery(spoke, fleet, engine),
    ...instances.map(({ file, manifest, traces }): ManifestFile => {
      return { path: `${spokeFolder(spoke)}/infrastructure/${file}`, from: spoke.file, manifests: [manifest], traces };
    }),
    ...(deliversWorkloads(spoke)
      ? [...addonFiles(spoke, shared, engine), ...teamFiles(spoke, fleet, shared, engine)]
      : []),
    ...applications.files,
  ];
  const patched = applyPatches(spoke, files);
  // Its cloud is what its account says.
  const { cloud: _cloud, ...said } = plainData(spoke);
  return {
    draft: {
      owner: { kind: 'spoke', name: spoke.name },
      input: said,
      facts: Object.assign({}, spokeFacts(spoke, fleet), ...instances.map(({ facts }) => facts)),
      locate: locateFacts(spoke, fleet),
      files: patched.files,
    },
    findings: [
      ...[...applications.problems, ...patched.problems].map((problem) => ({ ...problem, severity: 'error' as const })),
      ...applications.warnings.map((problem) => ({ ...problem, severity: 'warning' as const })),
      ...applications.authored.map(authoredFinding),
    ],
    patchHits: patched.hits,
  };
}

/** What the library of its cloud makes of it. */
function instancesOf(spoke: Spoke, fleet: Fleet, { marks }: DeliveryEngine): readonly Instance[] {
  const { versions } = fleet.hubs.get(spoke.hub) as Hub;
  const graphs = graphsOf(spoke.cloud, versions.library).filter((rgd) => hasInstance(spoke, rgd));
  return graphs.flatMap(({ ofSpoke }) => ofSpoke?.(spoke, fleet, marks) ?? []);
}

function delivery(spoke: Spoke, fleet: Fleet, engine: DeliveryEngine): readonly DraftFile[] {
  const bundles = spokeBundles(spoke, fleet);
  // The rights stay while the spoke retires: what leaves is still deleted under them.
  const rights = spokeRights(spoke, fleet, bundles);
  const placed = engine.spoke(spoke, fleet, { bundles: deliveredBundles(spoke, bundles), rights });
  return placed.map((file) => ('manifests' in file ? { from: spoke.file, ...file } : file));
}

function addonFiles(spoke: Spoke, shared: SharedManifests, engine: DeliveryEngine): readonly ManifestFile[] {
  return enabledAddons(spoke)
    .filter(hasManifests)
    .map((enabled) => {
      const { name } = enabled;
      const folder = kebabCase(name);
      return {
        path: `${spokeFolder(spoke)}/addons/${folder}/${folder}.yaml`,
        from: `add-on ${name}`,
        manifests: shared.equal(manifestsOf(enabled, engine.marks)),
        shared: true,
        traces: () => [{ at: [], from: ['addons', name] }],
      };
    });
}

function teamFiles(
  spoke: Spoke,
  fleet: Fleet,
  shared: SharedManifests,
  engine: DeliveryEngine,
): readonly ManifestFile[] {
  return spoke.teams.flatMap((name) => {
    const team = fleet.teams.get(name);
    if (team === undefined) return [];
    return [
      {
        path: `${spokeFolder(spoke)}/teams/${name}/team.yaml` as const,
        from: team.file,
        manifests: shared.team(team, engine),
        shared: true,
      },
    ];
  });
}
