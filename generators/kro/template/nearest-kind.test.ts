import { expect, test } from 'vitest';
import { nearestKind } from './nearest-kind.ts';

const names = [
  'v1/Pod',
  'v1/Service',
  'apps/v1/Deployment',
  'ec2.services.k8s.aws/v1alpha1/VPC',
  'networking.k8s.io/v1/Ingress',
  'iam.services.k8s.aws/v1alpha1/Role',
  'rbac.authorization.k8s.io/v1/Role',
  'acm.services.k8s.aws/v1alpha1/Certificate',
  'cert-manager.io/v1/Certificate',
  'external-secrets.io/v1/ExternalSecret',
];

test.each([
  ['extensions/v1beta1', 'Ingress', 'networking.k8s.io/v1/Ingress'],
  ['apps/v1', 'Deployement', 'apps/v1/Deployment'],
  ['ec2.services.k8s.aws/v1alpha1', 'Vpc', 'ec2.services.k8s.aws/v1alpha1/VPC'],
  ['v1', 'Deployment', 'apps/v1/Deployment'],
  ['v1', 'Deploymnt', undefined],
  ['ecs.services.k8s.aws/v1alpha1', 'Service', undefined],
  ['ec2.services.k8s.aws/v1', 'VPC', 'ec2.services.k8s.aws/v1alpha1/VPC'],
  ['v1', 'Role', 'rbac.authorization.k8s.io/v1/Role'],
  ['v1', 'Certificate', undefined],
  ['v1', 'ExternalSecret', 'external-secrets.io/v1/ExternalSecret'],
  ['external-secrets.io/v1beta1', 'ExternalSecret', 'external-secrets.io/v1/ExternalSecret'],
  ['certmanager.io/v1', 'Certificate', 'cert-manager.io/v1/Certificate'],
  ['dynamodb.services.k8s.aws/v1alpha1', 'Table', undefined],
])('%s %s: %s', (apiVersion, kind, expected) => {
  expect(nearestKind(apiVersion, kind, names)).toBe(expected);
});
