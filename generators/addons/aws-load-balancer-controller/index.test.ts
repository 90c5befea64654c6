import { expect, test } from 'vitest';
import type { Spoke } from '../../model/fleet.ts';
import { type EnabledAddon, identitiesOf } from '../addon-parts.ts';
import loadBalancers from './index.ts';
import options from './options.ts';

const spoke = {
  name: 'blue',
  region: 'eu-west-1',
  cloud: 'aws',
  network: { cidr: '10.0.0.0/18' },
  tags: { team: 'shop' },
} as unknown as Spoke;
const enabled = (given: object, of: Spoke = spoke): EnabledAddon => ({
  name: 'awsLoadBalancerController',
  addon: loadBalancers,
  context: { spoke: of, options: options.parse(given) as never },
});
const valuesWith = (given: object, network: object = spoke.network) =>
  loadBalancers.chart?.values(enabled(given, { ...spoke, network } as Spoke).context);
const statementsWith = (given: object) => identitiesOf(enabled(given)).flatMap(({ statements = [] }) => statements);
const mayWith = (given: object) => statementsWith(given).flatMap(({ actions }) => actions);

test('it is told what it cannot ask its node for', () => {
  expect(valuesWith({})).toMatchObject({
    clusterName: 'blue',
    region: 'eu-west-1',
    vpcTags: { 'wheelwright.dev/network': 'spoke-blue' },
    defaultTags: { team: 'shop' },
  });
  expect(valuesWith({}, { use: 'shared' })).toMatchObject({
    vpcTags: { 'wheelwright.dev/network': 'network-shared' },
  });
  const existing = valuesWith({}, { existing: { vpcId: 'vpc-0a1b2c3d' } });
  expect(existing).toMatchObject({ vpcId: 'vpc-0a1b2c3d' });
  expect(existing).not.toHaveProperty('vpcTags');
});

test('no Service waits for its webhook, unless it is to take all of them', () => {
  expect(valuesWith({})).toMatchObject({ enableServiceMutatorWebhook: false });
  expect(valuesWith({ allServices: true })).toMatchObject({ enableServiceMutatorWebhook: true });
});

test('whatever it changes is limited: by the tag of its cluster, or to rules of listeners', () => {
  const changes = statementsWith({}).filter(({ actions }) =>
    actions.some((action) => /:(Add|Delete|Deregister|Modify|Register|Remove|Revoke|Authorize|Set)/.test(action)),
  );
  const unlimited = changes.filter(({ conditions }) => conditions === undefined);
  expect(unlimited.flatMap(({ actions }) => actions)).toEqual(['elasticloadbalancing:SetRulePriorities']);
  const tags = changes.flatMap(({ conditions }) => Object.keys(conditions?.['StringEquals'] ?? {}));
  expect(new Set(tags)).toEqual(
    new Set([
      'aws:RequestTag/elbv2.k8s.aws/cluster',
      'aws:ResourceTag/elbv2.k8s.aws/cluster',
      'aws:ResourceTag/kubernetes.io/cluster/blue',
      'elasticloadbalancing:CreateAction',
    ]),
  );
});

test('it works with other services where it is told to, and has no rights there otherwise', () => {
  const others = /^(cognito-idp|shield|wafv2):/;
  expect(mayWith({}).filter((action) => others.test(action))).toEqual([]);
  expect(mayWith({ integrations: ['waf'] }).filter((action) => others.test(action))).toContain('wafv2:AssociateWebACL');
  expect(valuesWith({ integrations: ['waf'] })).toMatchObject({ enableWafv2: true, enableShield: false });
});
