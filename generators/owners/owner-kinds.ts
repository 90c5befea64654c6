import { kustomizationNames } from '../kube/kustomization.ts';
import type { Account, Fleet, Hub, Network, Spoke } from '../model/fleet.ts';
import { configParts, type FleetPart } from '../model/fleet-parts.ts';
import type { OwnerKind } from '../model/output.ts';
import { cloudsOf } from '../rgds/graphs-in-use.ts';
import { graphsOf, hasInstance } from '../rgds/library.ts';
import { draftAccount } from './account.ts';
import { draftAuthored } from './authored.ts';
import { draftHub } from './hub.ts';
import { draftLibrary, type Library, librariesOf, libraryName } from './library.ts';
import { draftNetwork } from './network.ts';
import { authoredFinding, type OwnerRules, sound } from './owner-rules.ts';
import { draftSpoke, spokeInputs } from './spoke.ts';

const accountOf = (fleet: Fleet, { account }: Network): Account => found(fleet.accounts, account);
const hubOf = (fleet: Fleet, { hub }: Account): Hub => found(fleet.hubs, hub);

const library: OwnerRules = {
  names: (fleet) => new Set(librariesOf(fleet).map(libraryName)),
  // They say which clouds and versions there are.
  inputs: ({ accounts, hubs }) => [
    ...[...accounts.keys()].map((name): FleetPart => ({ kind: 'account', name })),
    ...[...hubs.keys()].map((name): FleetPart => ({ kind: 'hub', name })),
  ],
  draft: (fleet, name) => sound(draftLibrary(librariesOf(fleet).find((one) => libraryName(one) === name) as Library)),
};

const base: OwnerRules = {
  names: ({ bases }) => bases.keys(),
  inputs: (_fleet, name) => [{ kind: 'base', name }],
  draft(fleet, name, shared) {
    const folder = found(fleet.bases, name);
    // One that nobody uses may be no kustomization at all.
    const isBuilt = kustomizationNames.some((file) => folder.files.has(file));
    const findings = isBuilt ? shared.overlays.base(name).problems.map(authoredFinding) : [];
    return { ...sound(draftAuthored('base', folder)), findings };
  },
};

const component: OwnerRules = {
  names: ({ components }) => components.keys(),
  inputs: (_fleet, name) => [{ kind: 'component', name }],
  draft: (fleet, name) => sound(draftAuthored('component', found(fleet.components, name))),
};

const account: OwnerRules = {
  names: ({ accounts }) => accounts.keys(),
  inputs(fleet, name) {
    const inIt = <T extends Network | Spoke>(all: ReadonlyMap<string, T>) =>
      [...all.values()].filter((one) => one.account === name);
    return [
      { kind: 'account', name },
      { kind: 'hub', name: found(fleet.accounts, name).hub },
      ...inIt(fleet.networks).map((one): FleetPart => ({ kind: 'network', name: one.name })),
      ...inIt(fleet.spokes).map((one): FleetPart => ({ kind: 'spoke', name: one.name })),
      ...configParts('organisation', 'repository'),
    ];
  },
  draft(fleet, name) {
    const of = found(fleet.accounts, name);
    return sound(draftAccount(of, hubOf(fleet, of), fleet));
  },
};

const network: OwnerRules = {
  names: ({ networks }) => networks.keys(),
  inputs(fleet, name) {
    const owner = accountOf(fleet, found(fleet.networks, name));
    return [
      { kind: 'network', name },
      { kind: 'account', name: owner.name },
      { kind: 'hub', name: owner.hub },
      ...configParts('organisation', 'repository'),
    ];
  },
  draft(fleet, name) {
    const of = found(fleet.networks, name);
    const owner = accountOf(fleet, of);
    return sound(draftNetwork(of, owner, hubOf(fleet, owner), fleet));
  },
};

const hub: OwnerRules = {
  names: ({ hubs }) => hubs.keys(),
  inputs(fleet, name) {
    const accounts = [...fleet.accounts.values()].filter((one) => one.hub === name);
    const owners = new Set(accounts.map((one) => one.name));
    const networks = [...fleet.networks.values()].filter((one) => owners.has(one.account));
    const of = found(fleet.hubs, name);
    const { graphs, manifests } = of;
    return [
      { kind: 'hub', name },
      ...accounts.map((one): FleetPart => ({ kind: 'account', name: one.name })),
      ...networks.map((one): FleetPart => ({ kind: 'network', name: one.name })),
      ...[...firstOfEachGraph(of, fleet)].map((one): FleetPart => ({ kind: 'spoke', name: one })),
      ...graphs.map((one): FleetPart => ({ kind: 'graph', name: one })),
      ...manifests.map((one): FleetPart => ({ kind: 'manifests', name: one })),
      ...configParts('organisation', 'repository', 'mirrors'),
    ];
  },
  draft: (fleet, name) => sound(draftHub(found(fleet.hubs, name), fleet)),
};

/** A hub names none of its spokes: the first that has an instance of a graph stands for all that have one. */
function firstOfEachGraph(hub: Hub, fleet: Fleet): Iterable<string> {
  const spokes = [...fleet.spokes.values()].filter((one) => one.hub === hub.name);
  const names = cloudsOf(hub, fleet).flatMap((cloud) =>
    graphsOf(cloud, hub.versions.library).flatMap(
      (rgd) => spokes.find((one) => one.cloud === cloud && hasInstance(one, rgd))?.name ?? [],
    ),
  );
  return new Set(names);
}

const spoke: OwnerRules = {
  names: ({ spokes }) => spokes.keys(),
  inputs: (fleet, name) => spokeInputs(found(fleet.spokes, name)),
  draft: (fleet, name, shared) => draftSpoke(found(fleet.spokes, name), fleet, shared),
};

/** Everything that owns files of `out/`, by its kind, in the order in which they are made. */
export const ownerKinds: Readonly<Record<OwnerKind, OwnerRules>> = {
  library,
  base,
  component,
  account,
  network,
  hub,
  spoke,
};

function found<T>(things: ReadonlyMap<string, T>, name: string): T {
  const thing = things.get(name);
  if (thing === undefined) throw new Error(`there is no "${name}"`);
  return thing;
}
