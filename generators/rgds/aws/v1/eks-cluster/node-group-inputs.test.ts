import { expect, test } from 'vitest';
import { awsSpoke } from '../../../../clouds/aws/aws-spoke.ts';
import type { Spoke } from '../../../../model/fleet.ts';
import { repository } from '../../../../testing/repository.ts';
import { nodeGroupInputs } from './node-group-inputs.ts';

async function sizes(group: string) {
  const { fleet } = await repository({
    'config/spokes/green.yaml': [
      'environment: production',
      'account: main',
      'region: us-west-2',
      'network: {cidr: 10.1.0.0/18}',
      `nodeGroups: {default: ${group}}`,
    ].join('\n'),
  }).compile();
  const [spoke] = [...(fleet?.spokes.values() ?? [])].filter(({ name }) => name === 'green') as Spoke[];
  return nodeGroupInputs(awsSpoke(spoke as Spoke), []).map(({ desired, keepDesired }) => ({ desired, keepDesired }));
}

test('a number of nodes that nobody gave is for the autoscaler, and one that is given is kept', async () => {
  expect(await sizes('{min: 2, max: 5}')).toEqual([{ desired: 2, keepDesired: false }]);
  expect(await sizes('{min: 2, desired: 3, max: 5}')).toEqual([{ desired: 3, keepDesired: true }]);
  expect(await sizes('{min: 2, desired: 2, max: 2}')).toEqual([{ desired: 2, keepDesired: true }]);
});
