import { isMap, type Mutable, type MutableMap, type Mutation } from './mutation.ts';
import type { Random } from './random.ts';

const badIds = [
  'each',
  'schema',
  'runtime',
  'in',
  'kro',
  'Upper',
  'with-dash',
  'with_line',
  '9digit',
  '',
  'ä',
  'graphengine',
  'variables',
  'namespace',
  'lists',
  'string',
];

function idsOf(resources: readonly MutableMap[]): string[] {
  return resources.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}

/** A mutation of one resource. */
function reresource(
  change: (resource: MutableMap, random: Random, ids: readonly string[]) => string | undefined,
): Mutation {
  return ({ resources }, random) => {
    const resource = random.pick(resources);
    return resource && change(resource, random, idsOf(resources));
  };
}

/** Puts a reference where an expression may stand: under the annotations, or into the name. */
function refer(resource: MutableMap, code: string, key: 'annotations' | 'name'): boolean {
  const template = resource['template'];
  const metadata = isMap(template) ? template['metadata'] : undefined;
  if (!isMap(metadata)) return false;
  if (key === 'name') metadata['name'] = `\${${code}}`;
  else metadata['annotations'] = { reference: `\${string(${code})}` };
  return true;
}

const iterate = (name: string, code: string): MutableMap => ({ [name]: `\${${code}}` });
const lists = [
  '["a", "b"]',
  'schema.metadata.finalizers',
  'lists.range(3)',
  'dyn([1])',
  '{"a": 1}',
  '"text"',
  '[]',
  'schema.spec',
  '1',
  'null',
  'nothing',
  'each',
  'optional.of(["a"])',
];

function forEachOf(random: Random, ids: readonly string[], id: string): Mutable {
  const list = random.pick(lists) ?? '';
  const other = random.pick(ids) ?? '';
  const choices: readonly Mutable[] = [
    [iterate('zone', list)],
    [iterate('zone', '["a"]'), iterate('shard', list)],
    [iterate('zone', '["a"]'), iterate('zone', '["b"]')],
    [iterate('zone', '["a"]'), iterate('shard', '[zone]')],
    [iterate(other, '["a"]')],
    [iterate('schema', '["a"]')],
    [iterate('Zone', '["a"]')],
    [iterate('zone', other)],
    [iterate('zone', `${other}.metadata.finalizers`)],
    [iterate('zone', id)],
    [{ zone: '["a"]' }],
    [{ zone: '${["a"]} ' }],
    [{}],
    [{ zone: '${["a"]}', shard: '${["b"]}' }],
    [],
    Array.from({ length: 11 }, (_, at) => iterate(`zone${at}`, '["a"]')),
    { zone: '${["a"]}' },
    ['${["a"]}'],
    [{ zone: 1 }],
  ];
  return random.pick(choices) ?? null;
}

function conditionOf(random: Random, ids: readonly string[], id: string): string {
  const other = random.pick(ids) ?? '';
  const subject = random.pick([id, other, 'each', 'schema', 'self', 'zone', 'runtime']) ?? '';
  const conditions = [
    '${true}',
    '${"true"}',
    '${1}',
    'true',
    '${true} ',
    '${true}${true}',
    '',
    '${',
    '${}',
    '${omit()}',
    '${optional.of(true)}',
    '${optional.of(1)}',
    '${dyn(true)}',
    '${null}',
    `\${${subject}.metadata.name == "a"}`,
    `\${has(${subject}.metadata.labels)}`,
    `\${${subject}.status.conditions.exists(c, c.type == "Ready" && c.status == "True")}`,
    `\${${subject}.size() > 0}`,
    `\${${subject}.all(one, one.metadata.name != "")}`,
    `\${${subject}.?status.?phase.orValue("") == "Running"}`,
    `\${${subject}.spec != null}`,
    `\${schema.metadata.name == ${subject}.metadata.name}`,
    '${runtime.condition(schema, "Ready").status == "True"}',
  ];
  return random.pick(conditions) ?? '';
}

export const resourceMutations: Readonly<Record<string, Mutation>> = {
  'rename an id': reresource((resource, random) => {
    resource['id'] = random.pick(['renamed', 'other2']) ?? '';
    return String(resource['id']);
  }),
  'use a bad id': reresource((resource, random) => {
    resource['id'] = random.pick(badIds) ?? '';
    return String(resource['id']);
  }),
  'repeat an id': ({ resources }, random) => {
    const resource = random.pick(resources);
    if (resource === undefined) return undefined;
    resources.push(structuredClone(resource));
    return String(resource['id']);
  },
  'drop a resource': ({ resources }, random) => {
    if (resources.length === 0) return undefined;
    const [dropped] = resources.splice(random.below(resources.length), 1);
    return String(dropped?.['id']);
  },
  'drop a part of a resource': reresource((resource, random) => {
    const key = random.pick(Object.keys(resource));
    if (key !== undefined) delete resource[key];
    return key;
  }),
  'refer to another resource': reresource((resource, random, ids) => {
    const id = random.pick(ids);
    const field = random.pick([
      '',
      '.metadata.name',
      '.metadata.uid',
      '.spec',
      '.status.phase',
      '[0].metadata.name',
      '.map(it, it.metadata.name)[0]',
    ]);
    const code = `${id}${field}`;
    return refer(resource, code, random.pick(['annotations', 'name']) ?? 'name')
      ? `${String(resource['id'])} to ${code}`
      : undefined;
  }),
  'close a circle': ({ resources }, random) => {
    const ring = resources.filter((one) => refer(structuredClone(one), '1', 'name'));
    const first = random.pick(ring);
    const second = random.pick(ring.filter((one) => one !== first));
    if (first === undefined || second === undefined) return undefined;
    refer(first, `${String(second['id'])}.metadata.uid`, 'annotations');
    refer(second, `${String(first['id'])}.metadata.uid`, 'annotations');
    return `${String(first['id'])} and ${String(second['id'])}`;
  },
  'set forEach': reresource((resource, random, ids) => {
    resource['forEach'] = forEachOf(random, ids, String(resource['id']));
    if (random.below(3) > 0)
      refer(
        resource,
        random.pick(['zone', 'zone + shard', 'schema.metadata.name + string(zone)', 'Zone']) ?? '',
        'name',
      );
    return JSON.stringify(resource['forEach']);
  }),
  'drop forEach': reresource((resource) => {
    if (resource['forEach'] === undefined) return undefined;
    delete resource['forEach'];
    return String(resource['id']);
  }),
  'set readyWhen': reresource((resource, random, ids) => {
    const condition = conditionOf(random, ids, String(resource['id']));
    resource['readyWhen'] = random.below(12) === 0 ? condition : [condition];
    return condition;
  }),
  'set includeWhen': reresource((resource, random, ids) => {
    const condition = conditionOf(random, ids, String(resource['id']));
    resource['includeWhen'] = [condition];
    return condition;
  }),
  'make it external': reresource((resource, random) => {
    const metadata: Mutable =
      random.pick<Mutable>([
        { name: 'a' },
        { name: '' },
        { name: '${schema.metadata.name}' },
        {},
        { selector: {} },
        { selector: { matchLabels: { a: 'b' } } },
        { name: 'a', selector: {} },
        { selector: { matchLabels: { a: '${schema.metadata.name}' } } },
        { selector: '${schema.spec}' },
        { selector: { matchExpressions: [{ key: 'a', operator: 'Nope', values: [] }] } },
        { selector: { matchLabels: { a: 1 } } },
        { selector: { matchExpressions: [{ key: 'a', operator: 'In', values: ['${schema.kind}'] }] } },
        { selector: 'text' },
        { selector: null },
        { selector: { unknown: 1 } },
        { name: 'a', namespace: 'b' },
        { name: 'a', namespace: '${schema.metadata.namespace}' },
        { name: 'a', uid: 'b' },
        { selector: { matchExpressions: '${["a"]}' } },
        { selector: { matchLabels: '${{"a": 1}}' } },
        { name: '${1}' },
        { name: '${nothing}' },
      ]) ?? null;
    const { template } = resource;
    const { apiVersion = 'v1', kind = 'ConfigMap' } = isMap(template) ? template : {};
    resource['externalRef'] = { apiVersion, kind, metadata };
    if (random.below(6) > 0) delete resource['template'];
    return JSON.stringify(metadata);
  }),
};
