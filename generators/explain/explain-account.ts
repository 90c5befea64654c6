import { cloudNamed } from '../clouds/cloud-named.ts';
import type { Account, Fleet, Hub } from '../model/fleet.ts';
import { featuresIn } from '../owners/features-in.ts';
import { terraformFile } from '../owners/paths.ts';

export interface AccountExplanation {
  readonly name: string;
  readonly file: string;
  readonly id: string;
  readonly hub: string;
  /** What its spokes and networks have, and what the role that the controllers assume must be allowed for it. */
  readonly features: readonly {
    readonly name: string;
    readonly usedBy: readonly string[];
    readonly actions: readonly string[];
  }[];
  /** Where the policies of that role are written. */
  readonly policies: string;
}

export function explainAccount(name: string, fleet: Fleet): AccountExplanation {
  const account = fleet.accounts.get(name) as Account;
  const hub = fleet.hubs.get(account.hub) as Hub;
  const { actionsFor } = cloudNamed(account.cloud);
  return {
    name,
    file: account.file,
    id: account.id,
    hub: account.hub,
    features: featuresIn(account, hub, fleet).map(({ feature, usedBy }) => ({
      name: feature.name,
      usedBy,
      actions: actionsFor(feature.kinds),
    })),
    policies: terraformFile(`accounts/${name}`),
  };
}
