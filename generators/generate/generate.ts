import type { DeliveryEngine } from '../delivery/engine.ts';
import type { DiagnosticLog } from '../diagnostics/diagnostic.ts';
import type { Kinds } from '../kube/kinds.ts';
import { type KustomizationProblem, kustomizationNames } from '../kube/kustomization.ts';
import type { Account, Fleet, Hub, Team } from '../model/fleet.ts';
import type { Manifest, Trace } from '../model/manifest.ts';
import type { ManifestFile, OwnerDraft, OwnerOutput } from '../model/output.ts';
import { draftAccount } from '../owners/account.ts';
import { draftAuthored } from '../owners/authored.ts';
import { enginesOf } from '../owners/engine.ts';
import { draftHub } from '../owners/hub.ts';
import { draftLibrary, librariesOf, libraryKinds } from '../owners/library.ts';
import { draftNetwork } from '../owners/network.ts';
import { layerPatches, type PatchHits } from '../owners/patches/layer-patches.ts';
import { sharedManifests, type TeamObjects } from '../owners/shared-manifests.ts';
import { draftSpoke } from '../owners/spoke.ts';
import type { Hash } from '../util/hash.ts';
import { checkHubManifests } from './check-hub-manifests.ts';
import { type CheckedManifests, checkOutput } from './check-output.ts';
import { layOut, newSharedText } from './lay-out.ts';

/** What an earlier compilation of the same files, but for some spokes, has made. */
interface Earlier {
  readonly spokes: ReadonlySet<string>;
  /** Undefined where there was none. */
  readonly teams: TeamObjects | undefined;
  /** Of those spokes. */
  readonly patchHits: PatchHits | undefined;
}

/** What is handed in. */
interface Means {
  readonly schemas: Kinds;
  readonly hash: Hash;
}

interface Generated {
  readonly outputs: readonly OwnerOutput[];
  readonly teams: TeamObjects;
  readonly patchHits: PatchHits;
}

/**
 * Everything that the fleet writes, checked and printed, but for what was made earlier.
 * Drafts are printed one by one, so that the objects of a large fleet are never all in memory.
 */
export async function generate(
  fleet: Fleet,
  earlier: Earlier,
  { schemas: vendored, hash }: Means,
  log: DiagnosticLog,
): Promise<Generated> {
  const schemas = vendored.with(libraryKinds());
  const shared = await sharedManifests(fleet, earlier.teams);
  const checked: CheckedManifests = new WeakSet();
  const text = newSharedText();
  const outputs: OwnerOutput[] = [];
  const patches = layerPatches(earlier.patchHits ?? new Map());
  const reportOutput = (draft: OwnerDraft): void => {
    for (const { code, ...problem } of checkOutput(draft, schemas, checked)) log.error(code, problem);
  };
  const emit = (draft: OwnerDraft): void => {
    reportOutput(draft);
    outputs.push(layOut(draft, text, hash));
  };
  if (earlier.teams === undefined) {
    // Those of other engines differ in marks alone.
    const [engine] = enginesOf(fleet) as readonly [DeliveryEngine];
    for (const team of fleet.teams.values()) reportOutput(teamDraft(team, shared.team(team, engine)));
    for (const draft of lastingDrafts(fleet)) emit(draft);
    for (const { severity, code, ...problem } of checkHubManifests(fleet, schemas)) {
      if (severity === 'error') log.error(code, problem);
      else log.warning(code, problem);
    }
    for (const [name, { files }] of fleet.bases) {
      // One that nobody uses may be no kustomization at all.
      if (!kustomizationNames.some((file) => files.has(file))) continue;
      for (const problem of shared.overlays.base(name).problems) reportAuthored(problem, log);
    }
  }
  for (const hub of fleet.hubs.values()) emit(draftHub(hub, fleet));
  for (const spoke of fleet.spokes.values()) {
    if (earlier.spokes.has(spoke.name)) continue;
    const { draft, problems, warnings, authored, patchHits } = draftSpoke(spoke, fleet, shared);
    patches.add(spoke, patchHits);
    for (const { code, ...problem } of problems) log.error(code, problem);
    for (const { code, ...problem } of warnings) log.warning(code, problem);
    for (const problem of authored) reportAuthored(problem, log);
    emit(draft);
  }
  for (const problem of patches.problems()) log.error('patch/no-target', problem);
  return { outputs, teams: shared.teams, patchHits: patches.hits };
}

function reportAuthored({ severity, ...problem }: KustomizationProblem, log: DiagnosticLog): void {
  if (severity === 'error') log.error('kustomize/refused', problem);
  else log.warning('kustomize/not-predicted', problem);
}

/** What does not depend on any spoke. */
function* lastingDrafts(fleet: Fleet): Generator<OwnerDraft> {
  for (const library of librariesOf(fleet)) yield draftLibrary(library);
  for (const base of fleet.bases.values()) yield draftAuthored('base', base);
  for (const component of fleet.components.values()) yield draftAuthored('component', component);
  for (const account of fleet.accounts.values()) yield draftAccount(account, fleet.hubs.get(account.hub) as Hub, fleet);
  for (const network of fleet.networks.values()) {
    const account = fleet.accounts.get(network.account) as Account;
    yield draftNetwork(network, account, fleet.hubs.get(account.hub) as Hub, fleet);
  }
}

/** A team's objects as if it wrote them itself, so that a fault in them is reported in its file. */
function teamDraft(team: Team, manifests: ManifestFile['manifests']): OwnerDraft {
  const traces = (index: number): readonly Trace[] => {
    const { kind, metadata } = manifests[index] as Manifest;
    const from = ['namespaces', metadata.namespace ?? metadata.name];
    return [
      { at: [], from },
      ...(kind === 'Namespace' ? [{ at: ['metadata', 'labels'], from: [...from, 'labels'] }] : []),
      ...(kind === 'ResourceQuota' ? [{ at: ['spec', 'hard'], from: ['quota'] }] : []),
    ];
  };
  return {
    owner: { kind: 'spoke', name: '' },
    input: undefined,
    facts: {},
    locate: team.locate,
    files: [{ path: `out/…/teams/${team.name}/team.yaml`, from: team.file, manifests, traces, shared: true }],
  };
}
