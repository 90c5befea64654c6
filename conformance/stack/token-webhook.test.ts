import { expect, test } from 'vitest';
import { roleOfSession } from './token-webhook.ts';

test('a session is known by its role', () => {
  const session = 'arn:aws-cn:sts::111122223333:assumed-role/acme-hub-argocd/1763660000';
  expect(roleOfSession(session)).toBe('arn:aws-cn:iam::111122223333:role/acme-hub-argocd');
});

test('what is no session stays as it is', () => {
  expect(roleOfSession('arn:aws:iam::111122223333:user/someone')).toBe('arn:aws:iam::111122223333:user/someone');
});
