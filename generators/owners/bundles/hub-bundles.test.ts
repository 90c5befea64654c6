import { expect, test } from 'vitest';
import { controllers } from '../../clouds/aws/controllers.ts';
import type { Fleet, Hub } from '../../model/fleet.ts';
import { repository } from '../../testing/repository.ts';
import { hubBundles } from './hub-bundles.ts';

const network = (...lines: readonly string[]) =>
  ['account: main', 'region: eu-west-1', 'cidr: 10.9.0.0/16', 'azCount: 2', 'nat: single', ...lines].join('\n');

async function bundlesWith(files: Readonly<Record<string, string>>) {
  const { fleet, diagnostics } = await repository(files).compile();
  expect(diagnostics).toEqual([]);
  const needed = controllers(['ec2.services.k8s.aws/v1alpha1', 'eks.services.k8s.aws/v1alpha1']);
  return hubBundles(fleet?.hubs.get('hub') as Hub, fleet as Fleet, needed);
}

test('controllers come before what they control', async () => {
  const bundles = await bundlesWith({ 'config/networks/shared.yaml': network() });
  expect(bundles.map(({ wave, name }) => `${wave} ${name}`)).toEqual([
    '-3 controller-settings',
    '-3 kro',
    '-3 ack-ec2',
    '-3 ack-eks',
    '-1 library',
    '-1 account-main',
    '0 network-shared',
  ]);
});

test('a network that retired is no longer delivered, and one that retires still is', async () => {
  const names = async (lifecycle: string) =>
    (await bundlesWith({ 'config/networks/shared.yaml': network(`lifecycle: ${lifecycle}`) })).map(({ name }) => name);
  expect(await names('retiring')).toContain('network-shared');
  expect(await names('retired')).not.toContain('network-shared');
});
