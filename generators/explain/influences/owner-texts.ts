import { newSharedText, printFiles } from '../../generate/lay-out.ts';
import type { Account, Fleet, Hub } from '../../model/fleet.ts';
import type { Owner, OwnerDraft } from '../../model/output.ts';
import { draftAccount } from '../../owners/account.ts';
import { draftAuthored } from '../../owners/authored.ts';
import { draftHub } from '../../owners/hub.ts';
import { draftLibrary, type Library, librariesOf, libraryName } from '../../owners/library.ts';
import { draftNetwork } from '../../owners/network.ts';
import type { SharedManifests } from '../../owners/shared-manifests.ts';
import { draftSpoke } from '../../owners/spoke.ts';

/** Everything that owns files, those of spokes last. */
export function* ownersOf(fleet: Fleet): Generator<Owner> {
  for (const library of librariesOf(fleet)) yield { kind: 'library', name: libraryName(library) };
  for (const name of fleet.bases.keys()) yield { kind: 'base', name };
  for (const name of fleet.components.keys()) yield { kind: 'component', name };
  for (const name of fleet.hubs.keys()) yield { kind: 'hub', name };
  for (const name of fleet.accounts.keys()) yield { kind: 'account', name };
  for (const name of fleet.networks.keys()) yield { kind: 'network', name };
  for (const name of fleet.spokes.keys()) yield { kind: 'spoke', name };
}

/** Drafts what an owner writes. */
export function drafter(fleet: Fleet, shared: SharedManifests): (owner: Owner) => OwnerDraft {
  const hubOf = (account: Account): Hub => found(fleet.hubs, account.hub);
  return ({ kind, name }) => {
    switch (kind) {
      case 'library':
        return draftLibrary(librariesOf(fleet).find((library) => libraryName(library) === name) as Library);
      case 'base':
        return draftAuthored('base', found(fleet.bases, name));
      case 'component':
        return draftAuthored('component', found(fleet.components, name));
      case 'hub':
        return draftHub(found(fleet.hubs, name), fleet);
      case 'account': {
        const account = found(fleet.accounts, name);
        return draftAccount(account, hubOf(account), fleet);
      }
      case 'network': {
        const network = found(fleet.networks, name);
        const account = found(fleet.accounts, network.account);
        return draftNetwork(network, account, hubOf(account), fleet);
      }
      case 'spoke':
        return draftSpoke(found(fleet.spokes, name), fleet, shared).draft;
    }
  };
}

/** Text by path. */
export function textsOf(draft: OwnerDraft): ReadonlyMap<string, string> {
  return new Map(printFiles(draft, newSharedText()).map(({ path, content }) => [path, content]));
}

function found<T>(things: ReadonlyMap<string, T>, name: string): T {
  const thing = things.get(name);
  if (thing === undefined) throw new Error(`there is no "${name}"`);
  return thing;
}
