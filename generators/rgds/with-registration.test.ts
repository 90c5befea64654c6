import { expect, test } from 'vitest';
import argocd from '../delivery/argocd/index.ts';
import eksCluster from './aws/v1/eks-cluster/index.ts';
import vpcNetwork from './aws/v1/vpc-network/index.ts';
import { withRegistration } from './with-registration.ts';

const ids = (rgd: typeof eksCluster) => rgd.resources.map(({ id }) => id);

test('the Secret of Argo CD stands where it always stood, made from what the graph offers', () => {
  const registered = withRegistration(eksCluster, argocd.registration);
  const added = registered.resources.filter(({ id }) => !ids(eksCluster).includes(id));
  expect(added.map(({ id }) => id)).toEqual(['registrationSecret']);
  expect(ids(registered).indexOf('registrationSecret')).toBe(ids(eksCluster).indexOf('accessEntries') + 1);
  expect(added[0]?.template).toMatchObject({
    kind: 'Secret',
    stringData: { name: '${schema.metadata.name}', config: expect.stringContaining('argocdAccess.spec.principalARN') },
  });
});

test('an engine that needs no registration, and a graph that makes no cluster, change nothing', () => {
  expect(withRegistration(eksCluster, () => undefined).resources).toEqual(eksCluster.resources);
  expect(withRegistration(vpcNetwork, argocd.registration)).toBe(vpcNetwork);
});

test('the node after which the others stand must be there', () => {
  const broken = { ...eksCluster, resources: [] };
  expect(() => withRegistration(broken, argocd.registration)).toThrow('EKSCluster: no node accessEntries');
});
