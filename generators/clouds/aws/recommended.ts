import { sortedEntries } from '../../util/code-point-order.ts';
import { eksAddons } from './eks-addons.ts';

const chosen = sortedEntries(eksAddons).flatMap(([name, { recommended }]) =>
  recommended === undefined ? [] : [[name, recommended] as const],
);

/** What `init` pins and turns on; the example fleet has the same. */
export const recommended = {
  kubernetes: '1.35',
  ack: { cloudwatchlogs: '1.4.1', ec2: '1.20.0', eks: '1.20.0', iam: '1.8.1', kms: '1.4.1' },
  eksAddonVersions: Object.fromEntries(chosen.map(([name, { version }]) => [name, version])),
  eksAddons: Object.fromEntries(
    chosen.map(([name, { configuration }]) => [name, configuration === undefined ? {} : { configuration }]),
  ),
} as const;
