import type { Start } from '../../clouds/cloud.ts';
import { printYaml } from '../../yaml/print-yaml.ts';
import type { InitOptions } from './init-options.ts';
import { recommendedAddons, recommendedVersions } from './pins.ts';

const header = (kind: string, up: string): string =>
  `# yaml-language-server: $schema=${up}node_modules/wheelwright/schemas/${kind}.schema.json\n`;

/** `config/` of a new fleet without a spoke: one hub, one account, one environment. */
export function configFiles(options: InitOptions, start: Start): Readonly<Record<string, string>> {
  const { region, accountId, hubAccountId } = options;
  return {
    'config/config.yaml': header('config', '../') + fleet(options, start),
    'config/hubs/hub.yaml': `${header('hub', '../../')}# The cluster that runs Argo CD, kro and the ACK controllers. Terraform makes it; its outputs stand here.
account: "${hubAccountId}"
region: ${region}
cluster: hub
# From these ranges the networks of spokes are taken; the hub's own network must lie elsewhere.
addressPools: [10.0.0.0/10]
# Public addresses of the hub's NAT gateways: they may reach the API of every spoke.
natAddresses: [198.51.100.10/32]
# Who administers every spoke.
${printYaml(start.hub(region, hubAccountId))}`,
    'config/accounts/workloads.yaml': `${header('account', '../../')}# An account in which spokes may stand.
id: "${accountId}"
regions: [${region}]
`,
    'config/environments/production.yaml': `${header('environment', '../../')}# A layer of every spoke with \`environment: production\`: what stands here wins over \`defaults\` of config.yaml.
${printYaml({ ...start.environment, tags: { environment: 'production' } })}`,
  };
}

function fleet({ organisation, repository }: InitOptions, start: Start): string {
  const defaults = {
    network: { azCount: 3, nat: 'per-az' },
    nodeGroups: { default: { ...start.nodeGroup, min: 2, max: 6 } },
    ...start.defaults,
    addons: recommendedAddons,
    tags: { 'managed-by': 'wheelwright' },
  };
  return `# Format of these files: \`wheelwright migrate\` brings them to a newer one.
format: 1
# Short, as the names of IAM roles begin with it.
organisation: ${organisation}
# This repository, as Argo CD reads it.
repository:
  url: ${repository}
  revision: refs/heads/main

# Everything that runs is pinned here; a layer or a spoke may pin another version.
${printYaml({ versions: recommendedVersions(start) })}
# The first layer of every spoke.
${printYaml({ defaults })}`;
}
