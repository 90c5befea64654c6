import type { Manifest } from '../../model/manifest.ts';
import type { PolicyStatement } from '../../model/policy-statement.ts';
import { type AddonContext, defineAddon } from '../addon.ts';
import type { Options } from './options.ts';

const name = 'external-secrets';

export default defineAddon<Options>({
  summary: 'Makes Secrets of what stands in Secrets Manager or in the Parameter Store of Systems Manager.',
  namespace: { name, ownedBy: 'addon' },
  stage: 'system',
  clouds: {
    aws: {
      manifests: stores,
      identities: ({ options }) => {
        const rights = statements(options);
        const identity = { name, namespace: name, serviceAccount: name, policies: [], statements: rights };
        return rights.length === 0 ? [] : [identity];
      },
    },
  },
  recommended: { version: '2.9.0', inInit: false },
  closedOptions: ['secrets', 'parameters', 'kmsKeys', 'namespaces'],
  examples: [
    {},
    { secrets: [], parameters: ['/{environment}/{spoke}/'], namespaces: ['checkout'] },
    { kmsKeys: ['arn:aws:kms:us-west-2:111111111111:key/0123abcd'] },
  ],
  chart: {
    repo: 'https://charts.external-secrets.io',
    name,
    openValues: [
      'affinity',
      'certController.resources',
      'concurrent',
      'log.level',
      'nodeSelector',
      'resources',
      'tolerations',
      'topologySpreadConstraints',
      'webhook.resources',
    ],
    values: () => ({ installCRDs: true, serviceAccount: { name } }),
  },
});

function stores({ spoke: { region }, options }: AddonContext<Options>): readonly Manifest[] {
  const { secrets, parameters, namespaces } = options;
  const store = (storeName: string, service: string): Manifest => ({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ClusterSecretStore',
    metadata: { name: storeName },
    spec: {
      ...(namespaces.length > 0 && { conditions: [{ namespaces }] }),
      provider: { aws: { service, region } },
    },
  });
  return [
    ...(secrets.length > 0 ? [store('secrets-manager', 'SecretsManager')] : []),
    ...(parameters.length > 0 ? [store('parameter-store', 'ParameterStore')] : []),
  ];
}

/** To read by name, not to find: who lists sees all of the account. https://external-secrets.io/latest/provider/aws-secrets-manager/ */
function statements({ secrets, parameters, kmsKeys }: Options): readonly PolicyStatement[] {
  const secretArns = secrets.map((prefix) => `arn:{partition}:secretsmanager:{region}:{account}:secret:${prefix}*`);
  // The name of a parameter begins with a slash, which its ARN does not have twice.
  const parameterArns = parameters.map((prefix) => `arn:{partition}:ssm:{region}:{account}:parameter${prefix}*`);
  const all: readonly PolicyStatement[] = [
    { actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'], resources: secretArns },
    { actions: ['ssm:GetParameter', 'ssm:ListTagsForResource'], resources: parameterArns },
    { actions: ['kms:Decrypt'], resources: kmsKeys },
  ];
  return secrets.length + parameters.length === 0 ? [] : all.filter(({ resources }) => resources.length > 0);
}
