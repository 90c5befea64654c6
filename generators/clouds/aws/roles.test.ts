import { expect, test } from 'vitest';
import type { Fleet, Hub } from '../../model/fleet.ts';
import type { AwsAccount } from './aws-account.ts';
import { argocdRole, provisionerRole, roleNames } from './roles.ts';

const fleet = { config: { organisation: 'acme' } } as Fleet;
const hub = { name: 'west', account: '111111111111', partition: 'aws-cn' } as Hub;
const account = { id: '222222222222', roles: {} } as AwsAccount;

test('roles are derived from the organisation and the hub, in the partition of the hub', () => {
  expect(roleNames(fleet, hub)).toEqual({
    provisioner: 'acme-west-provisioner',
    argocd: 'acme-west-argocd',
    controllers: 'acme-west-controllers',
  });
  expect(provisionerRole(fleet, hub, account)).toBe('arn:aws-cn:iam::222222222222:role/acme-west-provisioner');
  expect(argocdRole(fleet, hub, account)).toBe('arn:aws-cn:iam::222222222222:role/acme-west-argocd');
});

test('the longest ones fit into IAM, and are told apart', () => {
  const namesOf = (last: string) =>
    Object.values(
      roleNames({ config: { organisation: 'o'.repeat(20) } } as Fleet, { ...hub, name: `${'h'.repeat(39)}${last}` }),
    );
  const names = [...namesOf('1'), ...namesOf('2')];
  expect(names.filter((name) => name.length > 64)).toEqual([]);
  expect(new Set(names).size).toBe(6);
});

test('or are those that the account names', () => {
  const roles = { provisioner: 'arn:aws:iam::222222222222:role/p', argocd: 'arn:aws:iam::222222222222:role/a' };
  const named: AwsAccount = { ...account, roles };
  expect(provisionerRole(fleet, hub, named)).toBe(roles.provisioner);
  expect(argocdRole(fleet, hub, named)).toBe(roles.argocd);
});
