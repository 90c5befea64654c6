import { cutName } from '../../model/cut-name.ts';
import type { Account, Fleet, Hub } from '../../model/fleet.ts';
import { awsAccount } from './aws-account.ts';

/** Of a role in IAM. */
export const LONGEST_ROLE = 64;

/** Names of the roles that Terraform makes; they must be the same in its inputs and in what the hub assumes. */
export function roleNames(fleet: Fleet, hub: Hub) {
  const prefix = cutName(`${fleet.config.organisation}-${hub.name}`, LONGEST_ROLE - '-provisioner'.length);
  return {
    /** In each account: the ACK controllers assume it. */
    provisioner: `${prefix}-provisioner`,
    /** In each account: Argo CD assumes it, and spokes grant it access. */
    argocd: `${prefix}-argocd`,
    /** In the hub's account: the controllers run as it. */
    controllers: `${prefix}-controllers`,
  } as const;
}

export function roleArn(hub: Hub, accountId: string, role: string): string {
  return `arn:${hub.partition}:iam::${accountId}:role/${role}`;
}

/** Of a policy: one that AWS manages is known by its name. */
export function policyArn(policy: string, { partition }: Hub): string {
  return policy.startsWith('arn:') ? policy : `arn:${partition}:iam::aws:policy/${policy}`;
}

/** The role that the ACK controllers assume in an account. */
export function provisionerRole(fleet: Fleet, hub: Hub, account: Account): string {
  return awsAccount(account).roles.provisioner ?? roleArn(hub, account.id, roleNames(fleet, hub).provisioner);
}

/** The role that Argo CD assumes to reach spokes of an account. */
export function argocdRole(fleet: Fleet, hub: Hub, account: Account): string {
  return awsAccount(account).roles.argocd ?? roleArn(hub, account.id, roleNames(fleet, hub).argocd);
}
