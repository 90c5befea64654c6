import type { Spoke } from '../../model/fleet.ts';
import { clusterName } from '../../model/names.ts';
import { networkNamespace, spokeNamespace } from '../../model/out-paths.ts';
import { defineAddon } from '../addon.ts';
import type { Options } from './options.ts';
import { rights } from './rights.ts';

const name = 'aws-load-balancer-controller';
const namespace = 'kube-system';

export default defineAddon<Options>({
  summary: 'Makes load balancers for Ingresses and Services.',
  namespace: { name: namespace, ownedBy: 'cluster' },
  stage: 'platform',
  // By itself the chart makes another certificate for its webhooks each time that it is rendered.
  requires: [{ addon: 'certManager' }],
  clouds: {
    aws: {
      identities: ({ spoke, options }) => [
        { name, namespace, serviceAccount: name, policies: [], statements: rights(clusterName(spoke), options) },
      ],
    },
  },
  recommended: { version: '3.5.0', inInit: false },
  closedOptions: ['integrations'],
  examples: [{}, { allServices: true, defaultClass: true, integrations: ['cognito', 'shield', 'waf'] }],
  chart: {
    repo: 'https://aws.github.io/eks-charts',
    name,
    openValues: ['affinity', 'logLevel', 'nodeSelector', 'resources', 'tolerations', 'topologySpreadConstraints'],
    values: ({ spoke, options: { targetType, defaultClass, allServices, integrations } }) => ({
      clusterName: clusterName(spoke),
      // Nodes answer nobody who asks for the region or the VPC from inside of a pod.
      region: spoke.region,
      ...vpcOf(spoke),
      serviceAccount: { name },
      enableCertManager: true,
      podDisruptionBudget: { maxUnavailable: 1 },
      defaultTargetType: targetType,
      defaultTags: spoke.tags,
      ingressClassConfig: { default: defaultClass },
      enableServiceMutatorWebhook: allServices,
      enableShield: integrations.includes('shield'),
      enableWaf: false,
      enableWafv2: integrations.includes('waf'),
    }),
  },
});

/** Of a VPC that others own the identifier is known; one of the fleet is found by the tag that the library gives it. */
function vpcOf({ name, network: { existing, use } }: Spoke) {
  if (existing !== undefined) return { vpcId: existing.vpcId };
  return { vpcTags: { 'wheelwright.dev/network': use === undefined ? spokeNamespace(name) : networkNamespace(use) } };
}
