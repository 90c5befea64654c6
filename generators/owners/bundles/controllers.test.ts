import { expect, test } from 'vitest';
import { controllers } from '../../clouds/aws/controllers.ts';
import type { Bundle } from '../../model/bundle.ts';
import type { Fleet, Hub } from '../../model/fleet.ts';
import { repository } from '../../testing/repository.ts';
import { isMap } from '../../util/plain-map.ts';
import { kroController } from './kro-controller.ts';

async function hubWith(...lines: readonly string[]): Promise<{ readonly hub: Hub; readonly fleet: Fleet }> {
  const { files } = repository();
  const { fleet, diagnostics } = await repository({
    'config/hubs/hub.yaml': [files['config/hubs/hub.yaml'], ...lines].join('\n'),
  }).compile();
  expect(diagnostics).toEqual([]);
  return { hub: fleet?.hubs.get('hub') as Hub, fleet: fleet as Fleet };
}

const ackController = (service: string, hub: Hub, fleet: Fleet): Bundle => {
  const [found] = controllers([`${service}.services.k8s.aws/v1alpha1`]);
  if (found === undefined) throw new Error(`no controller for ${service}`);
  return found.bundle(hub, fleet);
};

const valuesOf = ({ source }: Bundle) => (source.kind === 'chart' ? source.values : {});

test('kro may touch only what the library grants, and runs the pinned version', async () => {
  const { hub } = await hubWith('controllers: {kro: {concurrency: 25}}');
  expect(kroController(hub).source).toMatchObject({
    version: '0.9.4',
    values: { rbac: { mode: 'aggregation' }, config: { dynamicControllerConcurrentReconciles: 25 } },
  });
});

test('a hub may pin versions of its own', async () => {
  const { hub, fleet } = await hubWith('versions: {kro: 0.9.5, ack: {ec2: 1.21.0}}');
  expect(kroController(hub).source).toMatchObject({ version: '0.9.5' });
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

test('drift in AWS is noticed after the minutes that the hub says', async () => {
  const reconcile = async (line: string, service = 'ec2') => {
    const { hub, fleet } = await hubWith(line);
    return valuesOf(ackController(service, hub, fleet))['reconcile'];
  };
  expect(await reconcile('')).toEqual({ defaultMaxConcurrentSyncs: 20, defaultResyncPeriod: 3600 });
  expect(await reconcile('controllers: {ack: {resyncMinutes: 600}}')).toMatchObject({ defaultResyncPeriod: 36000 });
  // A refused tag of a node group holds its spoke up for so long.
  expect(await reconcile('', 'eks')).toMatchObject({ defaultResyncPeriod: 600 });
  expect(await reconcile('controllers: {ack: {resyncMinutes: 5}}', 'eks')).toMatchObject({ defaultResyncPeriod: 300 });
});

/**
 * What the charts' own values leave beside ours, in each map that we write: looked up, and meant to stay. From
 * `helm/values.yaml` of aws-controllers-k8s/ec2-controller v1.20.0 (the other controllers' are the same) and of
 * kubernetes-sigs/kro v0.9.4.
 */
const beside: Readonly<Record<'ack' | 'kro', Readonly<Record<string, readonly string[]>>>> = {
  ack: {
    '': [
      'image',
      'deployment',
      'role',
      'metrics',
      'log',
      'watchNamespace: ""',
      'watchSelectors: ""',
      'resourceTags',
    ].concat(['deletionPolicy: delete', 'enableCrossNamespace: true']),
    aws: ['endpoint_url: ""', 'allow_unsafe_aws_endpoint_urls: false', 'credentials.secretName: ""'],
    featureGates: [
      'ReadOnlyResources: true',
      'ResourceAdoption: true',
      'IAMRoleSelector: false',
      'ServiceLevelCARM: false',
    ],
    leaderElection: ['namespace: "", which is that of the controller'],
    reconcile: ['resourceResyncPeriods: {}', 'resourceMaxConcurrentSyncs: {}', 'resources: every kind'],
    resources: [],
    'resources.limits': [],
    'resources.requests': [],
    serviceAccount: ['create: true'],
  },
  kro: {
    '': ['image', 'serviceAccount', 'deployment: limits of 1 CPU and 1 GiB', 'metrics', 'debug'],
    rbac: [],
    config: ['allowCRDDeletion: false', 'clientQps: 100', 'enableLeaderElection: true', 'instance.requeueInterval: 3s'],
    'config.featureGates': [],
  },
};

test('every map of values is one whose neighbours in the chart are known', async () => {
  const { hub, fleet } = await hubWith('controllers: {identity: irsa}');
  const maps = (values: unknown, path: string): string[] =>
    isMap(values)
      ? [path, ...Object.entries(values).flatMap(([key, value]) => maps(value, path === '' ? key : `${path}.${key}`))]
      : [];
  const annotations = 'serviceAccount.annotations';
  const ack = maps(valuesOf(ackController('ec2', hub, fleet)), '').filter((path) => path !== annotations);
  expect(ack.filter((path) => beside.ack[path] === undefined)).toEqual([]);
  expect(maps(valuesOf(kroController(hub)), '').filter((path) => beside.kro[path] === undefined)).toEqual([]);
});

test('no limit of a controller is left to its chart', async () => {
  const { hub, fleet } = await hubWith();
  for (const service of ['ec2', 'eks', 'iam', 'kms', 'cloudwatchlogs']) {
    expect(valuesOf(ackController(service, hub, fleet))['resources']).toEqual({
      requests: { cpu: '100m', memory: '128Mi' },
      limits: { cpu: '2', memory: '512Mi' },
    });
  }
});
