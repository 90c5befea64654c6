import { sortedEntries } from '../../util/code-point-order.ts';
import type { Start } from '../cloud.ts';
import { eksAddons } from './eks-addons.ts';
import { partitionOf } from './partition-of.ts';

const chosen = sortedEntries(eksAddons).flatMap(([name, { recommended }]) =>
  recommended === undefined ? [] : [[name, recommended] as const],
);
const versions = Object.fromEntries(chosen.map(([name, { version }]) => [name, version]));
const addons = Object.fromEntries(
  chosen.map(([name, { configuration }]) => [name, configuration === undefined ? {} : { configuration }]),
);

export const start: Start = {
  region: 'eu-west-1',
  account: {
    pattern: /^[0-9]{12}$/,
    meaning: 'the 12 digits of an AWS account',
    placeholders: { spokes: '222222222222', hub: '111111111111' },
  },
  kubernetes: '1.35',
  versions: {
    ack: { cloudwatchlogs: '1.4.1', ec2: '1.20.0', eks: '1.20.0', iam: '1.8.1', kms: '1.4.1' },
    eks: { addons: versions },
  },
  nodeGroup: { instanceTypes: ['m7i.large'], ami: 'BOTTLEROCKET_x86_64' },
  defaults: { eks: { addons } },
  environment: { eks: { logging: { retentionDays: 365 } } },
  hub: (region, account) => {
    const partition = partitionOf(region);
    return {
      admins: { platform: `arn:${partition}:iam::${account}:role/platform-admins` },
      ...(partition !== 'aws' && { partition }),
    };
  },
};
