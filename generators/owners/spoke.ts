import { hasManifests, manifestsOf } from '../addons/addon-parts.ts';
import { enabledAddons } from '../addons/enabled-addons.ts';
import type { Engine } from '../delivery/engine.ts';
import type { CodedProblem } from '../diagnostics/diagnostic.ts';
import type { KustomizationProblem } from '../kube/kustomization.ts';
import type { Account, Fleet, Spoke } from '../model/fleet.ts';
import type { Trace } from '../model/manifest.ts';
import { addonApplication, kebabCase } from '../model/names.ts';
import type { ManifestFile, OutputFile, OwnerDraft } from '../model/output.ts';
import { applicationFiles } from './applications/application-files.ts';
import { deliveredBundles, deliversWorkloads, spokeBundles } from './bundles/spoke-bundles.ts';
import { engineOfSpoke } from './engine.ts';
import { eksCluster, eksClusterSpec } from './infrastructure/eks-cluster.ts';
import { accountScopedNamespace } from './namespaces.ts';
import { applyPatches } from './patches/apply-patches.ts';
import { accountFolder, parametersFile, spokeFolder, spokeNamespace } from './paths.ts';
import { plainData } from './plain-data.ts';
import type { SharedManifests } from './shared-manifests.ts';
import { locateFacts, spokeFacts } from './spoke-facts.ts';
import { spokeRights } from './teams/spoke-rights.ts';

type DraftFile = ManifestFile | OutputFile;

export interface SpokeDraft {
  readonly draft: OwnerDraft;
  readonly problems: readonly CodedProblem[];
  readonly warnings: readonly CodedProblem[];
  /** Faults of the bases and components that it uses. */
  readonly authored: readonly KustomizationProblem[];
  /** For each of its patches, whether there was an object for it. */
  readonly patchHits: readonly boolean[];
}

/** All that is written for one spoke, and for nobody else. */
export function draftSpoke(spoke: Spoke, fleet: Fleet, shared: SharedManifests): SpokeDraft {
  const account = fleet.accounts.get(spoke.account) as Account;
  const spec = eksClusterSpec(spoke, fleet);
  const engine = engineOfSpoke(spoke, fleet);
  const applications = deliversWorkloads(spoke)
    ? applicationFiles(spoke, fleet, shared)
    : { files: [], problems: [], warnings: [], authored: [] };
  const files: DraftFile[] = [
    {
      path: `${accountFolder(account)}/${spoke.name}.yaml`,
      from: spoke.file,
      manifests: [accountScopedNamespace(spokeNamespace(spoke.name), account, spoke.region, engine.marks)],
    },
    ...(spoke.lifecycle === 'retired' ? [] : [parameters(spoke)]),
    ...delivery(spoke, fleet, engine),
    eksCluster(spoke, spec, engine.marks),
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
      facts: spokeFacts(spoke, fleet, spec),
      locate: locateFacts(spoke, fleet),
      files: patched.files,
    },
    problems: [...applications.problems, ...patched.problems],
    warnings: applications.warnings,
    authored: applications.authored,
    patchHits: patched.hits,
  };
}

/** Parameters of the fleet's ApplicationSet, one per line. */
function parameters(spoke: Spoke): OutputFile {
  const { name, environment, account, region } = spoke;
  const values = {
    name,
    environment,
    account,
    region,
    namespace: spokeNamespace(name),
    path: `${spokeFolder(spoke)}/argocd`,
  };
  return { path: parametersFile(spoke), content: `${JSON.stringify(values, undefined, 2)}\n` };
}

function delivery(spoke: Spoke, fleet: Fleet, engine: Engine): readonly ManifestFile[] {
  const bundles = spokeBundles(spoke, fleet);
  // The rights stay while the spoke retires: what leaves is still deleted under them.
  const rights = spokeRights(spoke, fleet, bundles);
  const synced = engine.spoke(spoke, fleet, deliveredBundles(spoke, bundles), rights);
  return Object.entries(synced).map(([name, manifests]) => ({
    path: `${spokeFolder(spoke)}/argocd/${name}`,
    from: spoke.file,
    manifests,
    traces: (index) => valueTraces(spoke, manifests[index]?.metadata.name ?? ''),
  }));
}

/** Values that a person handed to a chart, and the sources of applications. */
function valueTraces(spoke: Spoke, application: string): readonly Trace[] {
  const values = ['spec', 'source', 'helm', 'valuesObject'];
  const addon = enabledAddons(spoke).find(({ name }) => addonApplication(spoke.name, name) === application);
  if (addon !== undefined) return [{ at: values, from: ['addons', addon.name, 'values'] }];
  const name = application.slice(spoke.name.length + 1);
  if (!Object.hasOwn(spoke.applications, name)) return [];
  return [
    { at: ['spec', 'source'], from: ['applications', name] },
    { at: ['spec', 'destination', 'namespace'], from: ['applications', name, 'namespace'] },
    { at: values, from: ['applications', name, 'values'] },
  ];
}

function addonFiles(spoke: Spoke, shared: SharedManifests, engine: Engine): readonly ManifestFile[] {
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

function teamFiles(spoke: Spoke, fleet: Fleet, shared: SharedManifests, engine: Engine): readonly ManifestFile[] {
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
