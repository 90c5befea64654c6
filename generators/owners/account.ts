import { cloudNamed } from '../clouds/cloud-named.ts';
import type { FactKind } from '../model/fact.ts';
import type { Account, Fleet, Hub } from '../model/fleet.ts';
import { accountNamespace } from '../model/out-paths.ts';
import type { OwnerDraft } from '../model/output.ts';
import { engineOf } from './engine.ts';
import { featuresIn } from './features-in.ts';
import { accountScopedNamespace } from './namespaces.ts';
import { accountFolder, terraformFile } from './paths.ts';
import { hubFact } from './place-facts.ts';
import { plainData } from './plain-data.ts';
import { terraformInput } from './terraform-input.ts';

export const accountFacts: readonly FactKind[] = [
  { name: 'account', noun: 'id', at: ['id'], change: 'never', guard: 'lifecycle/changed-account-id' },
  { ...hubFact, at: ['hub'] },
];

/** Its namespace on the hub, and the inputs of the Terraform root that makes its roles. */
export function draftAccount(account: Account, hub: Hub, fleet: Fleet): OwnerDraft {
  const mark = engineOf(hub).marks;
  return {
    owner: { kind: 'account', name: account.name },
    input: plainData(account),
    facts: { account: account.id, hub: account.hub },
    locate: account.locate,
    files: [
      {
        // A spoke's file lies beside it; no spoke's name begins with an underscore.
        path: `${accountFolder(account)}/_account.yaml`,
        from: account.file,
        manifests: [
          accountScopedNamespace(accountNamespace(account.name), account, account.regions[0] ?? hub.region, mark),
        ],
      },
      terraformInput(
        terraformFile(`accounts/${account.name}`),
        cloudNamed(account.cloud).handoff.account(
          account,
          hub,
          fleet,
          featuresIn(account, hub, fleet).map(({ feature }) => feature),
        ),
      ),
    ],
  };
}
