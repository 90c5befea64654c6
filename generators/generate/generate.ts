import { runOutputChecks } from '../checks/run-checks.ts';
import type { DeliveryEngine } from '../delivery/engine.ts';
import type { Diagnostic, DiagnosticLog } from '../diagnostics/diagnostic.ts';
import type { Kinds } from '../kube/kinds.ts';
import type { Fleet, Spoke, Team } from '../model/fleet.ts';
import { narrowed, versionOf as versionOfPart } from '../model/fleet-parts.ts';
import type { Manifest, Trace } from '../model/manifest.ts';
import type { ManifestFile, Owner, OwnerDraft, OwnerKind, OwnerOutput } from '../model/output.ts';
import { engineOf, enginesOf } from '../owners/engine.ts';
import { libraryKinds } from '../owners/library.ts';
import { ownerKinds } from '../owners/owner-kinds.ts';
import type { Drafted } from '../owners/owner-rules.ts';
import { type LayerPatch, layerPatches, unmatchedPatches } from '../owners/patches/layer-patches.ts';
import { type SharedManifests, sharedManifests, type TeamObjects } from '../owners/shared-manifests.ts';
import type { Locate } from '../source/origin.ts';
import type { Hash } from '../util/hash.ts';
import type { Table } from '../util/table.ts';
import { checkHubManifests, listedManifests } from './check-hub-manifests.ts';
import { type CheckedManifests, checkOutput, type OutputProblem } from './check-output.ts';
import { deliverDrafts } from './deliver-drafts.ts';
import { deliverHub, ownersOnHub } from './deliver-hub.ts';
import { type LaidOut, layOut, newSharedText } from './lay-out.ts';

/** What is handed in. */
interface Means {
  readonly schemas: Kinds;
  readonly hash: Hash;
  readonly versionOf: VersionOf;
}

/** Changes with everything that decides what an owner writes. */
export type VersionOf = (owner: Owner) => string;

/** What became of an owner. */
export interface OwnerRow {
  readonly owner: Owner;
  /** Undefined where an earlier process made it, and wrote it. */
  readonly output: LaidOut | undefined;
  readonly findings: readonly Told[];
  readonly patches: readonly LayerPatch[];
}

/** Who owns files, and what they are; undefined where an earlier process wrote them. */
export interface Written {
  readonly owner: Owner;
  readonly output: OwnerOutput | undefined;
}

interface Told extends OutputProblem {
  readonly severity: Diagnostic['severity'];
}

/** What was made earlier of the same. */
export interface KnownOutput {
  readonly teams: TeamObjects;
  /** Of each team, and of manifests of hubs: what is wrong with their objects, and with their delivery. */
  readonly judged: Table<readonly Told[]>;
  readonly owners: Table<OwnerRow>;
  /** The kinds of the library, beside those that are handed in. */
  readonly schemas: Table<Kinds>;
}

/**
 * Everything that the fleet writes, checked and printed, but for what was made earlier.
 * Drafts are printed one by one, so that the objects of a large fleet are never all in memory.
 */
export async function generate(
  fleet: Fleet,
  { schemas: vendored, hash, versionOf }: Means,
  known: KnownOutput,
  log: DiagnosticLog,
): Promise<readonly Written[]> {
  const schemas = known.schemas.keep('all', '', () => vendored.with(libraryKinds()));
  const shared = await sharedManifests(fleet, known.teams);
  const checked: CheckedManifests = new Map();
  const texts = newSharedText();
  const patchesOf = layerPatches();
  const judge = (draft: OwnerDraft): readonly Told[] =>
    [...checkOutput(draft, schemas, checked)].map((problem) => ({ ...problem, severity: 'error' }));

  const deliveries = new Map<string, ReturnType<typeof deliverDrafts>>();
  /** Without patches, rights are made of the same words as what is delivered under them. */
  function* judgeDelivered(spoke: Spoke | undefined, draft: OwnerDraft): Generator<Told> {
    const hub = spoke && fleet.hubs.get(spoke.hub);
    if (hub === undefined || spoke?.patches.length === 0) return;
    const hubDraft = () => drafted('hub', hub.name, fleet, shared).draft;
    const deliver = deliveries.get(hub.name) ?? deliverDrafts(hubDraft(), engineOf(hub), schemas);
    deliveries.set(hub.name, deliver);
    yield* runOutputChecks(deliver(draft));
  }

  function make(kind: OwnerKind, name: string): OwnerRow {
    const { draft, findings, patchHits } = drafted(kind, name, fleet, shared);
    const spoke = kind === 'spoke' ? fleet.spokes.get(name) : undefined;
    const isSound = !findings.some(({ severity }) => severity === 'error');
    return {
      owner: draft.owner,
      output: layOut(draft, texts, hash),
      findings: [...findings, ...judge(draft), ...(isSound ? judgeDelivered(spoke, draft) : [])],
      patches: spoke === undefined ? [] : patchesOf(spoke, patchHits),
    };
  }

  const tell = reporter(log);
  // Those of other engines differ in marks alone.
  const [engine] = enginesOf(fleet) as readonly [DeliveryEngine];
  for (const team of fleet.teams.values()) {
    const findings = () => judge(teamDraft(team, shared.team(team, engine)));
    tell(`team ${team.name}`, known.judged.keep(team.name, `${team.version} ${engine.name}`, findings));
  }
  const listed = listedManifests(fleet).map(({ name, version }) => `${name} ${version}`);
  const ofHubs = () => [...checkHubManifests(fleet, schemas)];
  tell('manifests of hubs', known.judged.keep('manifests of hubs', listed.join('\n'), ofHubs));
  const rows: OwnerRow[] = [];
  for (const { kind, name } of ownersOf(fleet)) {
    const key = `${kind}/${name}`;
    const row = known.owners.keep(key, versionOf({ kind, name }), () => make(kind, name));
    tell(key, row.findings);
    rows.push(row);
  }
  for (const hub of log.hasErrors ? [] : fleet.hubs.values()) {
    // Without manifests of people, all that a hub is given is made of the same words.
    if (hub.manifests.length === 0) continue;
    const owners = ownersOnHub(hub, fleet);
    const version = hash(owners.map((owner) => `${owner.kind}/${owner.name} ${versionOf(owner)}`).join('\n'));
    const drafts = () => owners.map(({ kind, name }) => drafted(kind, name, fleet, shared).draft);
    const findings = () => [...runOutputChecks(deliverHub(hub, fleet, drafts(), schemas))];
    tell(`hub ${hub.name}`, known.judged.keep(`delivered to hub ${hub.name}`, version, findings));
  }
  for (const problem of unmatchedPatches(rows.flatMap(({ patches }) => patches))) log.error('patch/no-target', problem);
  return rows.map(({ owner, output }) => {
    return { owner, output: output && { ...output, locate: locateLater(owner, fleet, shared) } };
  });
}

/** What is known may have been made when its lines stood elsewhere. */
function locateLater({ kind, name }: Owner, fleet: Fleet, shared: SharedManifests): Locate {
  let locate: Locate | undefined;
  return (path, at) => {
    locate ??= drafted(kind, name, fleet, shared).draft.locate;
    return locate(path, at);
  };
}

/** Everybody who owns files of `out/`; spokes last. */
export function* ownersOf(fleet: Fleet): Generator<Owner> {
  for (const [kind, { names }] of Object.entries(ownerKinds)) {
    for (const name of names(fleet)) yield { kind: kind as OwnerKind, name };
  }
}

/** By the versions of its inputs, found once for each. */
export function versionsIn(fleet: Fleet, hash: Hash): VersionOf {
  const known = new Map<string, string>();
  return ({ kind, name }) => {
    const key = `${kind}/${name}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const parts = ownerKinds[kind].inputs(fleet, name);
    const version = hash(parts.map((part) => `${part.kind} ${part.name} ${versionOfPart(fleet, part)}`).join('\n'));
    known.set(key, version);
    return version;
  };
}

/** It sees of the fleet what it says that it is made of. */
function drafted(kind: OwnerKind, name: string, fleet: Fleet, shared: SharedManifests): Drafted {
  const { inputs, draft } = ownerKinds[kind];
  return draft(narrowed(fleet, inputs(fleet, name)), name, shared);
}

/** Reports what was found of each owner, and of what many share for the first of them alone. */
function reporter(log: DiagnosticLog): (of: string, findings: readonly Told[]) => void {
  const tellers = new Map<string, string>();
  return (of, findings) => {
    for (const { severity, code, once, ...problem } of findings) {
      if (once !== undefined && !tellers.has(once)) tellers.set(once, of);
      if (once === undefined || tellers.get(once) === of) log[severity](code, problem);
    }
  };
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
