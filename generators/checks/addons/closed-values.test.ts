import { expect, test } from 'vitest';
import { repository } from '../../testing/repository.ts';

const environment =
  'addons: {metricsServer: {values: {args: [--v=2]}}}\nversions: {addons: {metricsServer: 3.13.1}}\neks: {addons: {vpc-cni: {configuration: {env: {ENABLE_PREFIX_DELEGATION: "true"}}}}}\n';
const spoke = (...lines: readonly string[]) =>
  ['environment: production', 'account: main', 'region: eu-west-1', 'network: {cidr: 10.1.0.0/18}', ...lines, ''].join(
    '\n',
  );

async function told(...lines: readonly string[]) {
  const files = { 'config/environments/production.yaml': environment, 'config/spokes/green.yaml': spoke(...lines) };
  const { diagnostics } = await repository(files).compile();
  return diagnostics.map(({ code, at }) => `${code} ${at?.span?.source.text.slice(at.span.start, at.span.end)}`);
}

test.each([
  [
    'another argument',
    'addons: {metricsServer: {values: {args: [--kubelet-insecure-tls]}}}',
    '[--kubelet-insecure-tls]',
  ],
  [
    'a field that mounts the node',
    'addons: {metricsServer: {values: {extraVolumes: [{hostPath: {path: /}}]}}}',
    '[{hostPath: {path: /}}]',
  ],
  ['another image', 'addons: {metricsServer: {values: {image: {repository: evil}}}}', 'evil'],
  ["no argument of the platform's", 'addons: {metricsServer: {values: {args: null}}}', 'null'],
  ["none of the platform's values", 'addons: {metricsServer: {values: null}}', 'null'],
  ['what begins as an open key does', 'addons: {metricsServer: {values: {resourcesX: 1}}}', '1'],
  [
    'configuration of an EKS add-on',
    'eks: {addons: {vpc-cni: {configuration: {env: {AWS_VPC_K8S_CNI_EXTERNALSNAT: "true"}}}}}',
    '"true"',
  ],
  ["no configuration of the platform's", 'eks: {addons: {vpc-cni: {configuration: {env: null}}}}', 'null'],
])('the file of a spoke may not set %s', async (_, line, place) => {
  expect(await told(line)).toEqual([`addons/closed-values ${place}`]);
});

test.each([
  'addons: {metricsServer: {values: {resources: {limits: {memory: 1Gi}}, tolerations: []}}}',
  'addons: {metricsServer: {values: {}}}',
  'addons: {metricsServer: {replicas: 3}}',
  'addons: {metricsServer: null}',
  'eks: {addons: {vpc-cni: {configuration: {env: {WARM_IP_TARGET: "2"}}}}}',
  'eks: {addons: {vpc-cni: null, coredns: null}}\nnodeGroups: {default: {min: 1}}',
])('it may say %s', async (line) => {
  expect((await told(line)).filter((one) => one.startsWith('addons/closed-values'))).toEqual([]);
});

test('a layer may set all', async () => {
  expect(await told()).toEqual([]);
});
