import { eksAddons } from '../../clouds/aws/eks-addons.ts';
import type { Hub, Spoke } from '../../model/fleet.ts';
import type { EksAddonInput, PodIdentityInput } from '../../rgds/eks-cluster/spec.ts';
import { sortedEntries, sortedKeys } from '../../util/code-point-order.ts';

/** The EKS add-ons that come before the nodes, or those that come after. */
export function addonInputs(spoke: Spoke, beforeNodes: boolean): readonly EksAddonInput[] {
  return sortedEntries(spoke.eks.addons)
    .filter(([name]) => (eksAddons[name]?.beforeNodes ?? false) === beforeNodes)
    .map(([name, { configuration }]) => ({
      name,
      version: spoke.versions.eks.addons[name] ?? '',
      configurationValues: configuration,
    }));
}

export function podIdentities(spoke: Spoke, hub: Hub): readonly PodIdentityInput[] {
  return sortedKeys(spoke.eks.addons).flatMap((addon) => {
    const identity = eksAddons[addon]?.identity;
    if (identity === undefined) return [];
    const { name, namespace, serviceAccount, policies } = identity;
    return [
      {
        name,
        namespace,
        serviceAccount,
        policyARNs: policies.map((policy) => `arn:${hub.partition}:iam::aws:policy/${policy}`),
      },
    ];
  });
}
