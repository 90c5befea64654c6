import { expect, test } from 'vitest';
import type { Fleet, Hub } from '../model/fleet.ts';
import { repository } from '../testing/repository.ts';
import { ackController, kroController } from './controllers.ts';

async function hubWith(...lines: readonly string[]): Promise<{ readonly hub: Hub; readonly fleet: Fleet }> {
  const { files } = repository();
  const { fleet, diagnostics } = await repository({
    'config/hubs/hub.yaml': [files['config/hubs/hub.yaml'], ...lines].join('\n'),
  }).compile();
  expect(diagnostics).toEqual([]);
  return { hub: fleet?.hubs.get('hub') as Hub, fleet: fleet as Fleet };
}

test('kro may touch only what the library grants, and runs the pinned version', async () => {
  const { hub, fleet } = await hubWith('controllers: {kro: {concurrency: 25}}');
  expect(kroController(hub, fleet).source).toMatchObject({
    version: '0.9.4',
    values: { rbac: { mode: 'aggregation' }, config: { dynamicControllerConcurrentReconciles: 25 } },
  });
});

test('a hub may pin versions of its own', async () => {
  const { hub, fleet } = await hubWith('versions: {kro: 0.9.5, ack: {ec2: 1.21.0}}');
  expect(kroController(hub, fleet).source).toMatchObject({ version: '0.9.5' });
  expect(ackController('ec2', hub, fleet).source).toMatchObject({ version: '1.21.0' });
  expect(ackController('eks', hub, fleet).source).toMatchObject({ version: '1.20.0' });
});

test('an ACK controller assumes a role per account, and names its own only where that is asked for', async () => {
  const accounts = async (identity: string) => {
    const { hub, fleet } = await hubWith(`controllers: {identity: ${identity}}`);
    return ackController('ec2', hub, fleet).source;
  };
  expect(await accounts('pod-identity')).toMatchObject({
    values: { enableCARM: true, serviceAccount: { name: 'ack-ec2-controller' } },
  });
  expect(JSON.stringify(await accounts('pod-identity'))).not.toContain('role-arn');
  expect(await accounts('irsa')).toMatchObject({
    values: {
      serviceAccount: {
        annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111111111111:role/acme-hub-controllers' },
      },
    },
  });
});
