import { expect, test } from 'vitest';
import { evaluateExpression } from '../../../../../cel/evaluate/evaluate-expression.ts';
import { clusterNodes } from './cluster.ts';

interface ClusterTemplate {
  readonly spec: { readonly logging: { readonly clusterLogging: string } };
}

function clusterLogging(logTypes: readonly string[]): unknown {
  const template = clusterNodes.find(({ id }) => id === 'cluster')?.template as unknown as ClusterTemplate;
  const source = template.spec.logging.clusterLogging.slice(2, -1);
  const evaluated = evaluateExpression({ source, variables: { schema: { spec: { logTypes } } } });
  return 'value' in evaluated ? evaluated.value : evaluated;
}

test('logs are written as EKS answers: what is on, then what is off, each in its order', () => {
  expect(clusterLogging(['authenticator', 'api', 'audit'])).toEqual([
    { enabled: true, types: ['api', 'audit', 'authenticator'] },
    { enabled: false, types: ['controllerManager', 'scheduler'] },
  ]);
  expect(clusterLogging(['scheduler'])).toEqual([
    { enabled: true, types: ['scheduler'] },
    { enabled: false, types: ['api', 'audit', 'authenticator', 'controllerManager'] },
  ]);
});

test('all logs, and none, are one entry', () => {
  const all = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];
  expect(clusterLogging(all.toReversed())).toEqual([{ enabled: true, types: all }]);
  expect(clusterLogging([])).toEqual([{ enabled: false, types: all }]);
});
