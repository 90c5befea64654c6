import { expect, test } from 'vitest';
import type { Spoke } from '../../model/fleet.ts';
import { type EnabledAddon, identitiesOf } from '../addon-parts.ts';
import clusterAutoscaler from './index.ts';
import options from './options.ts';

const spoke = { name: 'blue', region: 'eu-west-1', cloud: 'aws', versions: { kubernetes: '1.35' } } as Spoke;
const enabled = (of: Spoke, given: object): EnabledAddon => ({
  name: 'clusterAutoscaler',
  addon: clusterAutoscaler,
  context: { spoke: of, options: options.parse(given) as never },
});

test('it runs in the minor version of the cluster, and asks no node where it is', () => {
  expect(clusterAutoscaler.chart?.values(enabled(spoke, { idleMinutes: 3 }).context)).toMatchObject({
    awsRegion: 'eu-west-1',
    autoDiscovery: { clusterName: 'blue' },
    image: { tag: 'v1.35.0' },
    extraArgs: { expander: 'least-waste', 'scale-down-unneeded-time': '3m' },
  });
});

test('it changes the groups of its own cluster, by the name that the cluster has in the cloud', () => {
  const [identity] = identitiesOf(enabled({ ...spoke, cluster: { name: 'Blue_2019' } } as Spoke, {}));
  expect(identity).toMatchObject({ namespace: 'kube-system', serviceAccount: 'cluster-autoscaler' });
  expect(identity?.statements?.[1]?.conditions).toEqual({
    StringEquals: { 'aws:ResourceTag/k8s.io/cluster-autoscaler/Blue_2019': 'owned' },
  });
});

test('karpenter would buy nodes beside it', () => {
  expect(clusterAutoscaler.excludes).toEqual(['karpenter']);
});
