import type { InitOptions } from './init-options.ts';
import { printBelow, recommendedAddons, recommendedVersions } from './pins.ts';

const header = (kind: string, up: string): string =>
  `# yaml-language-server: $schema=${up}node_modules/wheelwright/schemas/${kind}.schema.json\n`;

/** `config/` of a new fleet without a spoke: one hub, one account, one environment. */
export function configFiles(options: InitOptions): Readonly<Record<string, string>> {
  const { region, accountId, hubAccountId } = options;
  return {
    'config/config.yaml': header('config', '../') + fleet(options),
    'config/hubs/hub.yaml': `${header('hub', '../../')}# The cluster that runs Argo CD, kro and the ACK controllers. Terraform makes it; its outputs stand here.
account: "${hubAccountId}"
region: ${region}
cluster: hub
# From these ranges the networks of spokes are taken; the hub's own network must lie elsewhere.
addressPools: [10.0.0.0/10]
# Public addresses of the hub's NAT gateways: they may reach the API of every spoke.
natAddresses: [198.51.100.10/32]
# Who administers every spoke.
admins:
  platform: arn:${partitionOf(region)}:iam::${hubAccountId}:role/platform-admins
${region.startsWith('cn-') || region.startsWith('us-gov-') ? `partition: ${partitionOf(region)}\n` : ''}`,
    'config/accounts/workloads.yaml': `${header('account', '../../')}# An account in which spokes may stand.
id: "${accountId}"
regions: [${region}]
`,
    'config/environments/production.yaml': `${header('environment', '../../')}# A layer of every spoke with \`environment: production\`: what stands here wins over \`defaults\` of config.yaml.
eks: {logging: {retentionDays: 365}}
tags: {environment: production}
`,
  };
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

function fleet({ organisation, repository }: InitOptions): string {
  return `# Format of these files: \`wheelwright migrate\` brings them to a newer one.
format: 1
# Short, as the names of IAM roles begin with it.
organisation: ${organisation}
# This repository, as Argo CD reads it.
repository:
  url: ${repository}
  revision: refs/heads/main

# Everything that runs is pinned here; a layer or a spoke may pin another version.
versions:
${printBelow(recommendedVersions)}
# The first layer of every spoke.
defaults:
  network:
    azCount: 3
    nat: per-az
  nodeGroups:
    default:
      instanceTypes: [m7i.large]
      ami: BOTTLEROCKET_x86_64
      min: 2
      max: 6
${printBelow(recommendedAddons)}  tags:
    managed-by: wheelwright
`;
}
