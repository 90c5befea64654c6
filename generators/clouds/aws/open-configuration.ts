/**
 * Configuration of EKS add-ons that the file of a spoke may set, with dots between keys; layers may set all. What runs, as
 * whom, and what it may do is not among it: add-ons run with the platform's rights.
 */
const ofAny = ['affinity', 'nodeSelector', 'replicaCount', 'resources', 'tolerations', 'topologySpreadConstraints'];

const ofSome: Readonly<Record<string, readonly string[]>> = {
  'aws-ebs-csi-driver': [
    'controller.affinity',
    'controller.nodeSelector',
    'controller.replicaCount',
    'controller.resources',
    'controller.tolerations',
    'node.resources',
    'node.tolerations',
    'node.volumeAttachLimit',
  ],
  coredns: ['autoScaling', 'podDisruptionBudget'],
  'vpc-cni': ['env.MINIMUM_IP_TARGET', 'env.WARM_ENI_TARGET', 'env.WARM_IP_TARGET', 'env.WARM_PREFIX_TARGET'],
};

export function openConfiguration(addon: string): readonly string[] {
  return [...ofAny, ...(Object.hasOwn(ofSome, addon) ? (ofSome[addon] ?? []) : [])];
}
