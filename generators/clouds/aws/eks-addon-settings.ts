/** Keys of what an EKS add-on takes as `configuration`; below one of them, keys again. */
export interface EksAddonSettings {
  readonly [key: string]: EksAddonSettings | undefined;
}

const keys = (names: string): EksAddonSettings =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, undefined]));

const env = keys(
  `ADDITIONAL_ENI_TAGS ANNOTATE_POD_IP AWS_EC2_ENDPOINT AWS_EXTERNAL_SERVICE_CIDRS AWS_MANAGE_ENIS_NON_SCHEDULABLE
  AWS_VPC_CNI_NODE_PORT_SUPPORT AWS_VPC_ENI_MTU AWS_VPC_K8S_CNI_CONFIGURE_RPFILTER AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG
  AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS AWS_VPC_K8S_CNI_EXTERNALSNAT AWS_VPC_K8S_CNI_LOGLEVEL AWS_VPC_K8S_CNI_LOG_FILE
  AWS_VPC_K8S_CNI_RANDOMIZESNAT AWS_VPC_K8S_CNI_VETHPREFIX AWS_VPC_K8S_PLUGIN_LOG_FILE AWS_VPC_K8S_PLUGIN_LOG_LEVEL
  CLUSTER_ENDPOINT DISABLE_INTROSPECTION DISABLE_LEAKED_ENI_CLEANUP DISABLE_METRICS DISABLE_NETWORK_RESOURCE_PROVISIONING
  DISABLE_POD_V6 ENABLE_BANDWIDTH_PLUGIN ENABLE_POD_ENI ENABLE_PREFIX_DELEGATION ENABLE_SUBNET_DISCOVERY ENABLE_V4_EGRESS
  ENABLE_V6_EGRESS ENI_CONFIG_ANNOTATION_DEF ENI_CONFIG_LABEL_DEF INTROSPECTION_BIND_ADDRESS IP_COOLDOWN_PERIOD MAX_ENI
  MINIMUM_IP_TARGET NETWORK_POLICY_ENFORCING_MODE POD_MTU POD_SECURITY_GROUP_ENFORCING_MODE WARM_ENI_TARGET WARM_IP_TARGET
  WARM_PREFIX_TARGET`,
);

/**
 * By add-on, from `aws eks describe-addon-configuration` and what later versions added: enough to know a slip of the pen,
 * not to refuse a key. https://docs.aws.amazon.com/cli/latest/reference/eks/describe-addon-configuration.html
 */
export const eksAddonSettings = {
  coredns: keys(
    `affinity autoScaling computeType corefile nodeSelector podAnnotations podDisruptionBudget podLabels replicaCount
    resources tolerations topologySpreadConstraints`,
  ),
  'kube-proxy': keys('affinity ipvs mode nodeSelector podAnnotations podLabels resources tolerations'),
  'vpc-cni': {
    ...keys(
      `affinity branchENICooldown enableNetworkPolicy enableWindowsIpam enableWindowsPrefixDelegation eniConfig init
      livenessProbeTimeoutSeconds minimumWindowsIPTarget nodeAgent nodeSelector originalMatchLabels podAnnotations podLabels
      readinessProbeTimeoutSeconds resources tolerations warmWindowsIPTarget warmWindowsPrefixTarget`,
    ),
    env,
  },
} as const satisfies Readonly<Record<string, EksAddonSettings>>;
