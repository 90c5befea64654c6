import type { PolicyStatement } from '../../model/policy-statement.ts';
import { sortedEntries } from '../../util/code-point-order.ts';
import { defineAddon } from '../addon.ts';
import { clusterIssuers } from './cluster-issuers.ts';
import type { LetsEncrypt, Options } from './options.ts';

const namespace = 'cert-manager';
const zones = { 'apps.example.com': 'Z0123456789ABCDEFGHIJ' };

export default defineAddon<Options>({
  summary: "Makes certificates and renews them, of Let's Encrypt where it is told domains in Route 53.",
  namespace: { name: namespace, ownedBy: 'addon' },
  stage: 'system',
  clouds: {
    aws: {
      manifests: ({ options: { letsEncrypt } }) => (letsEncrypt === undefined ? [] : clusterIssuers(letsEncrypt)),
      identities: ({ options: { letsEncrypt } }) =>
        letsEncrypt === undefined
          ? []
          : [
              {
                name: 'cert-manager',
                namespace,
                serviceAccount: 'cert-manager',
                policies: [],
                statements: statements(letsEncrypt),
              },
            ],
    },
  },
  recommended: { version: '1.21.1', inInit: false },
  closedOptions: ['letsEncrypt'],
  examples: [
    {},
    { letsEncrypt: { email: 'platform@example.com', zones } },
    { letsEncrypt: { zones, issuers: ['letsencrypt-staging'], role: 'arn:aws:iam::111111111111:role/dns' } },
  ],
  chart: {
    repo: 'https://charts.jetstack.io',
    name: 'cert-manager',
    openValues: [
      'affinity',
      'cainjector.resources',
      'global.logLevel',
      'nodeSelector',
      'resources',
      'tolerations',
      'topologySpreadConstraints',
      'webhook.resources',
    ],
    values: ({ spoke: { region }, options: { replicas } }) => ({
      crds: { enabled: true },
      // It may write into no namespace but its own.
      global: { leaderElection: { namespace } },
      serviceAccount: { name: 'cert-manager' },
      replicaCount: replicas,
      podDisruptionBudget: budget(replicas),
      webhook: { replicaCount: replicas, podDisruptionBudget: budget(replicas) },
      // Its job asks whether the webhook answers; the engine waits for the webhook anyway.
      startupapicheck: { enabled: false },
      // Nodes answer nobody who asks for the region from inside of a pod.
      extraEnv: [{ name: 'AWS_REGION', value: region }],
    }),
  },
  *problems({ options: { letsEncrypt } }) {
    if (letsEncrypt === undefined || Object.keys(letsEncrypt.zones).length > 0) return;
    yield {
      path: ['letsEncrypt', 'zones'],
      message: "Let's Encrypt has no domain to make certificates for.",
      help: 'Name a domain and its zone: `zones: {apps.example.com: Z0123456789ABCDEFGHIJ}`.',
    };
  },
});

/** A budget for a single copy would hold up every drain of its node. */
const budget = (replicas: number) => (replicas > 1 ? { enabled: true, maxUnavailable: 1 } : { enabled: false });

/** Records of challenges alone. https://cert-manager.io/docs/configuration/acme/dns01/route53/ */
function statements({ zones, role }: LetsEncrypt): readonly PolicyStatement[] {
  if (role !== undefined) return [{ actions: ['sts:AssumeRole', 'sts:TagSession'], resources: [role] }];
  const hosted = new Set(sortedEntries(zones).map(([, zone]) => zone));
  return [
    {
      actions: ['route53:ChangeResourceRecordSets'],
      resources: [...hosted].map((zone) => `arn:{partition}:route53:::hostedzone/${zone}`),
      conditions: {
        'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': 'TXT' },
        'ForAllValues:StringLike': { 'route53:ChangeResourceRecordSetsNormalizedRecordNames': '_acme-challenge.*' },
      },
    },
    { actions: ['route53:GetChange'], resources: ['arn:{partition}:route53:::change/*'] },
  ];
}
