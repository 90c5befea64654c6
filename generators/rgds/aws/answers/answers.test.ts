import { describe, expect, test } from 'vitest';
import { ackService } from '../../../clouds/aws/ack.ts';
import { vendoredKinds } from '../../../disk/vendored-kinds.ts';
import { checkGraph } from '../../../kro/check-graph.ts';
import { expandInstance } from '../../../kro/expand/expand-instance.ts';
import { kindsWith } from '../../../kro/kinds-with.ts';
import { objectOf, type Rgd } from '../../../model/rgd.ts';
import { isMap } from '../../../util/plain-map.ts';
import { rgds } from '../../registry.ts';
import { renderRgd } from '../../render-rgd.ts';
import { examples as clusters } from '../v1/eks-cluster/example.ts';
import eksCluster from '../v1/eks-cluster/index.ts';
import { examples as networks } from '../v1/vpc-network/example.ts';
import vpcNetwork from '../v1/vpc-network/index.ts';
import type { Answer, Answers } from './answer.ts';
import { ec2 } from './ec2.ts';
import { eks } from './eks.ts';
import { cloudwatchlogs, iam, kms } from './iam-kms-logs.ts';

const answers: Readonly<Record<string, Answers>> = { ec2, eks, iam, kms, cloudwatchlogs };
const library: readonly Rgd[] = Object.values(rgds);
const inner = checkGraph({ object: renderRgd(vpcNetwork, library) }, vendoredKinds());
const kinds = kindsWith(vendoredKinds(), inner.crd ? [inner.crd] : []);

const cluster = Object.values(clusters);
const network = Object.values(networks);
const logTypes = [[], ['scheduler', 'api'], ['scheduler', 'controllerManager', 'authenticator', 'audit', 'api']];
const endpoints = [
  { public: false, publicAccessCIDRs: [] },
  { public: true, publicAccessCIDRs: ['203.0.113.0/24', '198.51.100.7/32'] },
  { public: false, publicAccessCIDRs: ['203.0.113.0/24', '198.51.100.7/32'] },
];

/** Every list has items in one of them, and what AWS treats in a way of its own takes several values. */
const specs: readonly (readonly [Rgd, object])[] = [
  ...network.map((spec) => [vpcNetwork, spec] as const),
  ...(['none', 'single'] as const).map((nat) => [vpcNetwork, { ...networks.own, nat }] as const),
  ...cluster.flatMap((spec) => [
    [eksCluster, spec] as const,
    [eksCluster, { ...spec, permissionsBoundary: '' }] as const,
    ...logTypes.map((types) => [eksCluster, { ...spec, logTypes: types }] as const),
    ...endpoints.map((endpoint) => [eksCluster, { ...spec, endpoint }] as const),
  ]),
];

interface Written {
  readonly node: string;
  readonly service: string;
  readonly kind: string;
  readonly spec: Readonly<Record<string, unknown>>;
}

const written: readonly Written[] = specs.flatMap(([rgd, spec]) => {
  const { graph, order, dependencies } = checkGraph({ object: renderRgd(rgd, library) }, kinds);
  if (!graph || !order || !dependencies) throw new Error(`kro would refuse ${rgd.kind}`);
  const instance = {
    apiVersion: 'kro.run/v1alpha1',
    kind: rgd.kind,
    metadata: { name: 'one', namespace: 'home' },
    spec,
  };
  return expandInstance({ graph, order, dependencies }, instance, kinds).objects.flatMap(({ id, object }) => {
    const service = ackService(String(object['apiVersion']));
    if (service === undefined) return [];
    return [
      { node: `${rgd.kind}.${id}`, service, kind: String(object['kind']), spec: object['spec'] as Written['spec'] },
    ];
  });
});

interface Field {
  readonly path: string;
  readonly value: unknown;
  readonly answer: Answer | undefined;
}

/** The fields of a spec, down to where an answer is known. */
function fieldsOf({ service, kind, spec }: Written, value: unknown = spec, path = ''): readonly Field[] {
  const answer = answers[service]?.[kind]?.fields[path];
  if (answer !== undefined || !isMap(value)) return [{ path, value, answer }];
  return Object.entries(value).flatMap(([key, item]) =>
    fieldsOf({ service, kind, spec, node: '' }, item, path === '' ? key : `${path}.${key}`),
  );
}

const returned = ({ value, answer }: Field, spec: Written['spec']) =>
  typeof answer === 'object' ? answer.is(value, spec) : value;

describe('what the library writes is what the cloud returns', () => {
  test('every cloud resource of every graph is among the samples', () => {
    const nodes = library.flatMap((rgd) =>
      rgd.resources.filter((one) => rgd.family.owns(objectOf(one))).map(({ id }) => `${rgd.kind}.${id}`),
    );
    expect([...new Set(written.map(({ node }) => node))].toSorted()).toEqual(nodes.toSorted());
  });

  test('it is known of every field what the cloud returns', () => {
    const unknown = written.flatMap((one) =>
      fieldsOf(one).flatMap(({ path, answer }) => (answer === undefined ? [`${one.service} ${one.kind} ${path}`] : [])),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });

  test('every field comes back as it was written', () => {
    for (const one of written) {
      for (const field of fieldsOf(one)) {
        expect(returned(field, one.spec), `${one.node} ${field.path}`).toEqual(field.value);
      }
    }
  });

  test('nothing is listed that no graph writes', () => {
    const used = new Set(written.flatMap((one) => fieldsOf(one).map(({ path }) => `${one.kind} ${path}`)));
    const listed = Object.values(answers).flatMap((kindsOfService) =>
      Object.entries(kindsOfService).flatMap(([kind, { fields }]) =>
        Object.keys(fields).map((path) => `${kind} ${path}`),
      ),
    );
    expect(listed.filter((field) => !used.has(field))).toEqual([]);
  });

  test('no field has two writers: what the cloud fills in is neither written nor part of a list', () => {
    for (const { service, kind, spec } of written) {
      for (const path of answers[service]?.[kind]?.filledIn ?? []) {
        let value: unknown = spec;
        for (const key of path.split('.')) {
          expect(Array.isArray(value) || typeof value === 'string', `${kind} ${path}`).toBe(false);
          value = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
        }
        expect(value, `${kind} ${path}`).toBeUndefined();
      }
    }
  });
});

describe('the answers of the cloud differ from', () => {
  const is = (kind: string, path: string, service = 'eks') => {
    const answer = answers[service]?.[kind]?.fields[path];
    if (typeof answer !== 'object') throw new Error(`${kind} ${path} comes back as it was sent`);
    return answer.is;
  };

  test('one entry for the logs that are on', () => {
    expect(is('Cluster', 'logging.clusterLogging')([{ enabled: true, types: ['audit', 'api'] }], {})).toEqual([
      { enabled: true, types: ['api', 'audit'] },
      { enabled: false, types: ['authenticator', 'controllerManager', 'scheduler'] },
    ]);
  });

  test('a public endpoint without ranges', () => {
    const cidrs = is('Cluster', 'resourcesVPCConfig.publicAccessCIDRs');
    expect(cidrs([], { resourcesVPCConfig: { endpointPublicAccess: true } })).toEqual(['0.0.0.0/0']);
  });

  test('a private endpoint that has forgotten its ranges, and not from one that names them', () => {
    const cidrs = is('Cluster', 'resourcesVPCConfig.publicAccessCIDRs');
    const spec = (endpointPublicAccess: boolean) => ({ resourcesVPCConfig: { endpointPublicAccess } });
    expect(cidrs([], spec(false), ['203.0.113.0/24'])).toEqual(['203.0.113.0/24']);
    // Made as a private one, then public, private with the ranges that it had, and public for others.
    const life: readonly (readonly [boolean, readonly string[]])[] = [
      [false, []],
      [true, ['203.0.113.0/24']],
      [false, ['203.0.113.0/24']],
      [true, ['192.0.2.0/24']],
    ];
    let before: unknown;
    for (const [isPublic, ranges] of life) {
      before = cidrs(ranges, spec(isPublic), before);
      expect(before).toEqual(ranges);
    }
  });

  test('ranges with bits beyond their mask', () => {
    expect(is('Subnet', 'cidrBlock', 'ec2')('10.1.0.7/24', {})).toBe('10.1.0.0/24');
    expect(is('VPC', 'cidrBlocks', 'ec2')(['10.1.1.0/16'], {})).toEqual(['10.1.0.0/16']);
  });
});
