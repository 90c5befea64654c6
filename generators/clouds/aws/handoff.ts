import type { Account, Fleet, Hub } from '../../model/fleet.ts';
import { bootstrapFile } from '../../model/out-paths.ts';
import type { Feature } from '../../model/rgd.ts';
import { byCodePoint } from '../../util/code-point-order.ts';
import { awsAccount } from './aws-account.ts';
import { awsHub } from './aws-hub.ts';
import { policyDocument } from './iam/policy-document.ts';
import type { Limits } from './provisioner/limit-action.ts';
import { provisionerPolicy } from './provisioner/provisioner-policy.ts';
import { argocdRole, policyArn, provisionerRole, roleNames } from './roles.ts';

type Variables = Readonly<Record<string, unknown>>;

export function hubVariables(hub: Hub, fleet: Fleet): Variables {
  const { argocd, controllers, provisioner } = roleNames(fleet, hub);
  return {
    account_id: hub.account,
    partition: hub.partition,
    region: hub.region,
    cluster_name: hub.cluster,
    controller_identity: awsHub(hub).controllers.identity,
    roles: { argocd, controllers, provisioner },
    repository: { url: fleet.config.repository.url, revision: fleet.config.repository.revision },
    bootstrap_path: bootstrapFile(hub),
  };
}

export function accountVariables(account: Account, hub: Hub, fleet: Fleet, features: readonly Feature[]): Variables {
  const names = roleNames(fleet, hub);
  return {
    account_id: account.id,
    partition: hub.partition,
    regions: account.regions,
    permissions_boundary: awsAccount(account).permissionsBoundary ?? null,
    provisioner_role: {
      arn: provisionerRole(fleet, hub, account),
      trusts: `arn:${hub.partition}:iam::${hub.account}:role/${names.controllers}`,
      policies: provisionerPolicy(
        features.flatMap(({ kinds }) => kinds),
        limitsOf(account, hub, features),
      ).map(policyDocument),
    },
    argocd_role: {
      arn: argocdRole(fleet, hub, account),
      trusts: `arn:${hub.partition}:iam::${hub.account}:role/${names.argocd}`,
    },
  };
}

function limitsOf(account: Account, hub: Hub, features: readonly Feature[]): Limits {
  const policies = new Set(features.flatMap((feature) => feature.policies ?? []));
  return {
    partition: hub.partition,
    account: account.id,
    regions: account.regions,
    permissionsBoundary: awsAccount(account).permissionsBoundary,
    policies: [...policies].sort(byCodePoint).map((policy) => policyArn(policy, hub)),
  };
}
