import { library } from 'generated:library';
import { describe, expect, test } from 'vitest';
import { ackService } from '../../clouds/aws/ack.ts';
import { vendoredKinds } from '../../disk/vendored-kinds.ts';
import { checkGraph } from '../../kro/check-graph.ts';
import { expandInstance } from '../../kro/expand/expand-instance.ts';
import { kindsWith } from '../../kro/kinds-with.ts';
import { objectOf } from '../../model/rgd.ts';
import { isMap } from '../../util/plain-map.ts';
import { everyGraph } from '../library.ts';
import { rgds } from '../registry.ts';
import { renderRgd } from '../render-rgd.ts';
import type { Answer, Answers } from './answer.ts';

const examples = import.meta.glob<Readonly<Record<string, object>>>('./*/*/example.ts', {
  eager: true,
  import: 'default',
});
const listed = Object.values(import.meta.glob<Answers>('./*/*/answers.ts', { eager: true, import: 'default' }));
const graphs = Object.entries(rgds).filter(([folder]) => folder.startsWith('aws/'));
const kinds = kindsWith(
  vendoredKinds(),
  library.map(({ crd }) => crd),
);

interface Written {
  readonly node: string;
  readonly service: string;
  readonly kind: string;
  readonly spec: Readonly<Record<string, unknown>>;
}

/** Every list has items in one of the examples, and what AWS treats in a way of its own takes several values. */
const written: readonly Written[] = graphs.flatMap(([folder, rgd]) => {
  const { graph, order, dependencies } = checkGraph({ object: renderRgd(rgd, everyGraph) }, kinds);
  if (!graph || !order || !dependencies) throw new Error(`kro would refuse ${rgd.kind}`);
  return Object.values(examples[`./${folder.slice('aws/'.length)}/example.ts`] ?? {}).flatMap((spec) => {
    const metadata = { name: 'one', namespace: 'home' };
    const instance = { apiVersion: 'kro.run/v1alpha1', kind: rgd.kind, metadata, spec };
    return expandInstance({ graph, order, dependencies }, instance, kinds).objects.flatMap(({ id, object }) => {
      const service = ackService(String(object['apiVersion']));
      if (service === undefined) return [];
      const { kind, spec } = object as { readonly kind: string; readonly spec: Written['spec'] };
      return [{ node: `${rgd.kind}.${id}`, service, kind, spec }];
    });
  });
});

/** What the folders of all graphs list of a kind. */
function answersOf(service: string, kind: string) {
  const found = listed.flatMap((one) => one[service]?.[kind] ?? []);
  return {
    fields: Object.assign({}, ...found.map(({ fields }) => fields)) as Readonly<Record<string, Answer>>,
    filledIn: found.flatMap(({ filledIn = [] }) => filledIn),
  };
}

interface Field {
  readonly path: string;
  readonly value: unknown;
  readonly answer: Answer | undefined;
}

/** The fields of a spec, down to where an answer is known. */
function fieldsOf({ service, kind, spec }: Written, value: unknown = spec, path = ''): readonly Field[] {
  const answer = answersOf(service, kind).fields[path];
  if (answer !== undefined || !isMap(value)) return [{ path, value, answer }];
  return Object.entries(value).flatMap(([key, item]) =>
    fieldsOf({ service, kind, spec, node: '' }, item, path === '' ? key : `${path}.${key}`),
  );
}

const returned = ({ value, answer }: Field, spec: Written['spec']) =>
  typeof answer === 'object' ? answer.is(value, spec) : value;

describe('what the library writes is what the cloud returns', () => {
  test('every cloud resource of every graph is among the samples', () => {
    const nodes = graphs.flatMap(([, rgd]) =>
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
    const fields = listed.flatMap((services) =>
      Object.values(services).flatMap((kindsOfService) =>
        Object.entries(kindsOfService).flatMap(([kind, one]) =>
          Object.keys(one.fields).map((path) => `${kind} ${path}`),
        ),
      ),
    );
    expect(fields.filter((field) => !used.has(field))).toEqual([]);
    // What two graphs write is listed by one of them.
    expect(fields.filter((field, index) => fields.indexOf(field) !== index)).toEqual([]);
  });

  test('no field has two writers: what the cloud fills in is neither written nor part of a list', () => {
    for (const { service, kind, spec } of written) {
      for (const path of answersOf(service, kind).filledIn) {
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
    const answer = answersOf(service, kind).fields[path];
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
