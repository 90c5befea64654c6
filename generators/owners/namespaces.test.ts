import { expect, test } from 'vitest';
import { marks } from '../delivery/argocd/marks.ts';
import type { Account } from '../model/fleet.ts';
import { accountScopedNamespace } from './namespaces.ts';

test('a namespace that nothing asks for any more neither goes nor keeps its Application from being Synced', () => {
  const { metadata } = accountScopedNamespace(
    'spoke-blue',
    { name: 'main', id: '222222222222', cloud: 'aws' } as Account,
    'eu-west-1',
    marks,
  );
  expect(metadata.annotations).toEqual({
    'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
    'services.k8s.aws/default-region': 'eu-west-1',
    'services.k8s.aws/owner-account-id': '222222222222',
  });
});
