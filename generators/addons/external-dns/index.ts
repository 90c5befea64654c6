import type { PolicyStatement } from '../../model/policy-statement.ts';
import { defineAddon } from '../addon.ts';
import type { Options } from './options.ts';

export default defineAddon<Options>({
  summary: 'Makes DNS records in Route 53 for services and routes of the cluster.',
  namespace: { name: 'external-dns', ownedBy: 'addon' },
  stage: 'platform',
  clouds: {
    aws: {
      identities: ({ options }) => [
        {
          name: 'external-dns',
          namespace: 'external-dns',
          serviceAccount: 'external-dns',
          policies: [],
          statements: statements(options),
        },
      ],
    },
  },
  recommended: { version: '1.21.1', inInit: false },
  closedOptions: ['zones', 'role'],
  examples: [
    { zones: ['Z0123456789ABCDEFGHIJ'], domains: ['apps.example.com'] },
    { zones: ['Z0123456789ABCDEFGHIJ'], role: 'arn:aws:iam::111111111111:role/dns' },
  ],
  chart: {
    repo: 'https://kubernetes-sigs.github.io/external-dns/',
    name: 'external-dns',
    openValues: ['affinity', 'interval', 'logLevel', 'nodeSelector', 'resources', 'tolerations'],
    values: ({ spoke: { name, region }, options: { zones, domains, sources, role } }) => ({
      provider: { name: 'aws' },
      // Who made a record stands beside it: two clusters of one name would take each other's away.
      txtOwnerId: name,
      policy: 'sync',
      registry: 'txt',
      sources,
      domainFilters: domains,
      extraArgs: [
        ...zones.map((zone) => `--zone-id-filter=${zone}`),
        ...(role === undefined ? [] : [`--aws-assume-role=${role}`]),
      ],
      // Nodes answer nobody who asks for the region from inside of a pod.
      env: [{ name: 'AWS_REGION', value: region }],
    }),
  },
});

/** https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/aws/ */
function statements({ zones, role }: Options): readonly PolicyStatement[] {
  if (role !== undefined) return [{ actions: ['sts:AssumeRole', 'sts:TagSession'], resources: [role] }];
  const resources = zones.map((zone) => `arn:{partition}:route53:::hostedzone/${zone}`);
  return [
    {
      actions: ['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets', 'route53:ListTagsForResources'],
      resources,
    },
    { actions: ['route53:ListHostedZones'], resources: ['*'] },
  ];
}
