import { describe, expect, it } from 'vitest';
import { ack } from '../clouds/aws/family.ts';
import { celDigest, celTemplate } from '../kro/cel-text.ts';
import type { Rgd, RgdResource } from '../model/rgd.ts';
import { renderKroRbac } from './render-kro-rbac.ts';
import { renderRgd } from './render-rgd.ts';

function rgd(kind: string, resources: readonly RgdResource[], composes: readonly string[] = []): Rgd {
  return {
    name: kind.toLowerCase(),
    kind,
    apiVersion: 'v1alpha1',
    family: ack,
    description: kind,
    composes,
    spec: {},
    status: {},
    resources,
    features: () => [],
  };
}

const subnets: RgdResource = {
  id: 'subnets',
  forEach: [{ subnet: '${schema.spec.subnets}' }],
  state: { state: 'available' },
  tags: { role: 'node' },
  template: {
    apiVersion: 'ec2.services.k8s.aws/v1alpha1',
    kind: 'Subnet',
    metadata: { name: '${schema.spec.name}-${subnet.az}' },
    spec: { cidrBlock: '${subnet.cidr}' },
  },
};
const alias: RgdResource = {
  id: 'keyAlias',
  needs: ['subnets'],
  template: {
    apiVersion: 'kms.services.k8s.aws/v1alpha1',
    kind: 'Alias',
    metadata: { name: '${schema.spec.name}' },
    spec: { name: 'alias/a' },
  },
};
const network: RgdResource = {
  id: 'network',
  externalRef: { apiVersion: 'kro.run/v1alpha1', kind: 'Net', metadata: { name: 'net', namespace: 'nets' } },
};
const ownNetwork: RgdResource = {
  id: 'ownNetwork',
  template: { apiVersion: 'kro.run/v1alpha1', kind: 'Net', metadata: { name: 'net' }, spec: {} },
};

const net = rgd('Net', [subnets, alias]);
const app = rgd('App', [ownNetwork, network], ['Net']);
const library = [net, app];
const specOf = (one: Rgd) => renderRgd(one, library)['spec'] as { schema: { status: unknown }; resources: unknown[] };

describe('renderRgd', () => {
  it('adds to a cloud resource its readiness, deletion policy and tags, those of the instance in a fixed order', () => {
    expect(specOf(net).resources[0]).toEqual({
      id: 'subnets',
      forEach: [{ subnet: '${schema.spec.subnets}' }],
      readyWhen: [
        '${each.?status.?conditions.orValue([]).exists(c, c.type == "Ready" && c.status == "True")}',
        '${each.?status.?state.orValue("") == "available"}',
      ],
      template: {
        apiVersion: 'ec2.services.k8s.aws/v1alpha1',
        kind: 'Subnet',
        metadata: {
          name: '${schema.spec.name}-${subnet.az}',
          annotations: { 'services.k8s.aws/deletion-policy': '${schema.spec.deletionPolicy}' },
        },
        spec: {
          cidrBlock: '${subnet.cidr}',
          tags: '${[{"key": "Name", "value": schema.spec.name + "-" + subnet.az}, {"key": "role", "value": "node"}] + schema.spec.tags.map(k, k).filter(k, !(k in ["Name", "role"])).sort().map(k, {"key": k, "value": schema.spec.tags[k]})}',
        },
      },
    });
  });

  it('makes an edge of what no field says, and gives no tags to a kind that has none', () => {
    expect(specOf(net).resources[1]).toMatchObject({
      template: {
        metadata: { annotations: { 'wheelwright.dev/needs': '${subnets.map(it, it.metadata.name).join(",")}' } },
        spec: { name: 'alias/a' },
      },
    });
  });

  it('passes on what a composed graph says, once, and waits for its present generation', () => {
    const { schema, resources } = specOf(app);
    const lists = (list: string) =>
      `\${[network.?status.?${list}.?subnets.orValue([]), network.?status.?${list}.?keyAlias.orValue([])].flatten()}`;
    expect(schema.status).toEqual({
      terminal: { network: lists('terminal') },
      recoverable: { network: lists('recoverable') },
    });
    expect(resources[1]).toMatchObject({
      readyWhen: [
        '${network.?status.?state.orValue("") == "ACTIVE"}',
        '${network.?status.?conditions.orValue([]).exists(c, c.type == "Ready" && c.status == "True" && c.observedGeneration == network.metadata.generation)}',
      ],
    });
  });

  it('believes no state from before the present version was asked for', () => {
    const since = specOf(rgd('Net', [{ ...subnets, since: 'mark' }])).resources[0];
    expect(since).toMatchObject({
      template: {
        metadata: { annotations: { 'wheelwright.dev/asked-at': '${string(mark.metadata.creationTimestamp)}' } },
      },
    });
    expect(JSON.stringify(since)).toContain('>= timestamp(each.metadata.annotations');
  });
});

describe('renderKroRbac', () => {
  it('lets kro make what graphs make and only read what they read', () => {
    const verbs = (one: Rgd, plural: string) =>
      (renderKroRbac(one)['rules'] as { resources: string[]; verbs: string[] }[]).find(({ resources }) =>
        resources.includes(plural),
      )?.verbs;
    expect(verbs(rgd('App', [network], ['Net']), 'nets')).toEqual(['get', 'list', 'watch']);
    expect(verbs(net, 'nets')).toEqual(['get', 'list', 'patch', 'watch']);
    expect(verbs(app, 'nets')).toEqual(['create', 'delete', 'get', 'list', 'patch', 'watch']);
    expect(verbs(app, 'apps')).toEqual(['get', 'list', 'patch', 'watch']);
  });
});

describe('CEL text', () => {
  it('is made of a template as kro makes it', () => {
    expect(celTemplate('${vpcName}')).toBe('vpcName');
    expect(celTemplate('a "b"-${schema.spec.name}${x ? y : z}')).toBe('"a \\"b\\"-" + schema.spec.name + (x ? y : z)');
  });

  it('has a digest that is fit for a name', () => {
    expect(celDigest('x.y')).toContain('base64.encode(hash.sha256(x.y))');
  });
});
