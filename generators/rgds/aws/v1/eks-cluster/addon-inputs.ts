import type { WorkloadIdentity } from '../../../../addons/addon.ts';
import { identitiesOf } from '../../../../addons/addon-parts.ts';
import { enabledAddons } from '../../../../addons/enabled-addons.ts';
import type { AwsSpoke } from '../../../../clouds/aws/aws-spoke.ts';
import { eksAddons } from '../../../../clouds/aws/eks-addons.ts';
import { fillStatement } from '../../../../clouds/aws/iam/fill-statement.ts';
import { policyDocument } from '../../../../clouds/aws/iam/policy-document.ts';
import { nameBeginning } from '../../../../clouds/aws/name-beginning.ts';
import { LONGEST_ROLE, policyArn } from '../../../../clouds/aws/roles.ts';
import { cutName } from '../../../../model/cut-name.ts';
import type { TextFacts } from '../../../../model/fill-in.ts';
import type { Hub } from '../../../../model/fleet.ts';
import type { Fields } from '../../../../model/rgd.ts';
import { sortedEntries, sortedKeys } from '../../../../util/code-point-order.ts';
import { dnsLabelField, nameField } from './text-fields.ts';

export interface EksAddonInput {
  readonly name: string;
  readonly version: string;
  readonly configurationValues: Readonly<Record<string, unknown>>;
}

export interface PodIdentityInput {
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly policyARNs: readonly string[];
  /** Texts of policies of its own, by name. */
  readonly inlinePolicies: Readonly<Record<string, string>>;
}

const LONGEST_IDENTITY = 27;

export const addonTypes: Fields = {
  Addon: {
    name: nameField(40, 'Name of the EKS add-on'),
    version:
      'string | required=true pattern="^v[0-9]+[.][0-9]+[.][0-9]+-eksbuild[.][0-9]+$" maxLength=40 description="Version, as v1.20.1-eksbuild.1"',
    configurationValues: 'object | default={} description="Configuration values, as the schema of the add-on has them"',
  },
  PolicyArn: `string | pattern="^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[A-Za-z0-9+=,.@_/-]+$" maxLength=512`,
  PolicyText: 'string | maxLength=10240',
  PodIdentity: {
    name: nameField(LONGEST_IDENTITY, 'Name of the role, after the name of the cluster'),
    namespace: dnsLabelField('Namespace of the service account'),
    serviceAccount: dnsLabelField('Service account'),
    policyARNs: '[]PolicyArn | default=[] maxItems=10 description="Policies of the role"',
    inlinePolicies: 'map[string]PolicyText | default={} description="Policies that only this role has, by name"',
  },
};

/** The EKS add-ons that come before the nodes, or those that come after. */
export function addonInputs(spoke: AwsSpoke, beforeNodes: boolean): readonly EksAddonInput[] {
  return sortedEntries(spoke.eks.addons)
    .filter(([name]) => (eksAddons[name]?.beforeNodes ?? false) === beforeNodes)
    .map(([name, { configuration }]) => ({
      name,
      version: spoke.versions.eks.addons[name] ?? '',
      configurationValues: configuration,
    }));
}

/** Who runs in the cluster and needs AWS: EKS add-ons, add-ons of the platform, and applications. */
export function identitiesIn(spoke: AwsSpoke): readonly WorkloadIdentity[] {
  const ofEks = sortedKeys(spoke.eks.addons).flatMap((addon) => eksAddons[addon]?.identity ?? []);
  const ofApplications = sortedEntries(spoke.applications).flatMap(([name, { namespace, identity }]) =>
    identity === undefined ? [] : [{ ...identity, name: `app-${name}`, namespace }],
  );
  return [...ofEks, ...enabledAddons(spoke).flatMap(identitiesOf), ...ofApplications];
}

/** `facts`: what statements may name. */
export function podIdentities(spoke: AwsSpoke, hub: Hub, facts: TextFacts): readonly PodIdentityInput[] {
  // The role of each is named after both.
  const longest = Math.min(LONGEST_IDENTITY, LONGEST_ROLE - `${nameBeginning(spoke.name)}-pod-`.length);
  return identitiesIn(spoke).map(({ name, namespace, serviceAccount, policies, statements = [] }) => ({
    name: cutName(name, longest),
    namespace,
    serviceAccount,
    policyARNs: policies.map((policy) => policyArn(policy, hub)),
    inlinePolicies:
      statements.length === 0
        ? {}
        : { statements: JSON.stringify(policyDocument(statements.map((one) => fillStatement(one, facts)))) },
  }));
}
