import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { objectOf } from '../../../model/rgd.ts';
import { everyGraph } from '../../../rgds/library.ts';
import { ack } from '../family.ts';
import { checkActions } from '../iam/check-actions.ts';
import { checkConditions } from '../iam/check-conditions.ts';
import { checkResources } from '../iam/check-resources.ts';
import { isAllowed } from '../iam/evaluate-policy.ts';
import { readIamActions } from '../iam/iam-actions.ts';
import { kindActions } from './kind-actions.ts';
import type { Limits } from './limit-action.ts';
import { actionsFor, provisionerPolicy } from './provisioner-policy.ts';

const known = readIamActions(readFileSync(join(import.meta.dirname, '../../../../schemas/aws/iam.json'), 'utf8'));
const boundary = 'arn:aws:iam::222222222222:policy/boundary';
const limits: Limits = {
  partition: 'aws',
  account: '222222222222',
  regions: ['us-west-2', 'eu-west-1'],
  permissionsBoundary: boundary,
  policies: ['arn:aws:iam::aws:policy/AmazonEKSClusterPolicy'],
};
const kinds = Object.keys(kindActions);
const policy = provisionerPolicy(kinds, limits).flat();
const allows = (action: string, resource: string, context: Readonly<Record<string, string>> = {}) =>
  isAllowed(policy, { action, resource, context: { 'aws:RequestedRegion': 'us-west-2', ...context } });

describe('the policy of the role that the controllers assume', () => {
  test('knows every kind that the library makes, and no other', () => {
    const made = everyGraph.flatMap(({ resources }) => resources.map(objectOf)).filter(ack.owns);
    expect([...new Set(made.map(({ kind }) => kind))].sort()).toEqual([...kinds].sort());
  });

  test('says what AWS has: every action, and resources and conditions that the actions know', () => {
    const rules = [checkActions, checkResources, checkConditions];
    expect(policy.flatMap((statement) => rules.flatMap((rule) => [...rule(statement, known)]))).toEqual([]);
  });

  test('names every action once, and only those of the kinds in use', () => {
    const named = (of: readonly string[]) =>
      provisionerPolicy(of, limits)
        .flat()
        .flatMap(({ actions }) => actions)
        .sort();
    expect(named(kinds)).toEqual(actionsFor(kinds).filter((action) => action !== 'iam:DeleteRolePermissionsBoundary'));
    expect(named(['VPC'])).toEqual(actionsFor(['VPC']));
    expect(actionsFor(['VPC'])).not.toContain('ec2:CreateNatGateway');
  });

  test('stays in the account and its regions', () => {
    expect(allows('ec2:DeleteVpc', 'arn:aws:ec2:us-west-2:222222222222:vpc/vpc-1')).toBe(true);
    expect(allows('ec2:DeleteVpc', 'arn:aws:ec2:us-east-1:222222222222:vpc/vpc-1')).toBe(false);
    expect(allows('eks:CreateCluster', '*')).toBe(true);
    expect(allows('eks:CreateCluster', '*', { 'aws:RequestedRegion': 'us-east-1' })).toBe(false);
    expect(allows('eks:DeleteCluster', 'arn:aws:eks:us-west-2:333333333333:cluster/blue')).toBe(false);
  });

  test('makes roles of spokes alone, bounded, with policies that are in use, and hands them to EKS and EC2 alone', () => {
    const role = 'arn:aws:iam::222222222222:role/blue-node';
    const bounded = { 'iam:PermissionsBoundary': boundary };
    expect(allows('iam:CreateRole', role, bounded)).toBe(true);
    expect(allows('iam:CreateRole', role)).toBe(false);
    expect(allows('iam:CreateRole', 'arn:aws:iam::222222222222:role/admin', bounded)).toBe(false);
    const attached = { ...bounded, 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AmazonEKSClusterPolicy' };
    expect(allows('iam:AttachRolePolicy', role, attached)).toBe(true);
    const admin = { ...bounded, 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' };
    expect(allows('iam:AttachRolePolicy', role, admin)).toBe(false);
    expect(allows('iam:PassRole', role, { 'iam:PassedToService': 'eks.amazonaws.com' })).toBe(true);
    expect(allows('iam:PassRole', role, { 'iam:PassedToService': 'lambda.amazonaws.com' })).toBe(false);
  });

  test('takes a boundary away from no role where there is one', () => {
    const role = 'arn:aws:iam::222222222222:role/blue-node';
    expect(allows('iam:DeleteRolePermissionsBoundary', role, { 'iam:PermissionsBoundary': boundary })).toBe(false);
    const { permissionsBoundary: _, ...free } = limits;
    const unbounded = provisionerPolicy(kinds, free).flat();
    expect(isAllowed(unbounded, { action: 'iam:DeleteRolePermissionsBoundary', resource: role })).toBe(true);
  });
});
