import {
  dropAt,
  isMap,
  leavesIn,
  type Mutable,
  type Mutation,
  mapIn,
  misspell,
  renameAt,
  type Site,
  setAt,
  sitesIn,
  valueAt,
} from './mutation.ts';
import type { Random } from './random.ts';
import { conditions, heads, markers, names, types } from './schema-values.ts';

const fieldsOf = (tree: Mutable | undefined): Site[] =>
  leavesIn(tree).filter((site) => typeof valueAt(site) === 'string');

/** A mutation of one field of the SimpleSchema of the spec, or of a type. */
function refield(change: (site: Site, text: string, random: Random) => string | undefined): Mutation {
  return ({ schema }, random) => {
    const site = random.pick([...fieldsOf(schema['spec']), ...fieldsOf(schema['types'])]);
    const text = site && change(site, String(valueAt(site)), random);
    if (site === undefined || text === undefined) return undefined;
    setAt(site, text);
    return `${site.path}: ${text}`;
  };
}

const partsOf = (field: string): [string, string | undefined] => {
  const bar = field.indexOf('|');
  return bar === -1 ? [field, undefined] : [field.slice(0, bar), field.slice(bar + 1)];
};

export const schemaMutations: Readonly<Record<string, Mutation>> = {
  'change the type of a field': refield((_, text, random) => {
    const [, marked] = partsOf(text);
    const type = random.pick(types) ?? '';
    return marked === undefined ? type : `${type} |${marked}`;
  }),
  'drop markers': refield((_, text) => (text.includes('|') ? partsOf(text)[0].trim() : undefined)),
  'set a marker': refield((_, text, random) => `${partsOf(text)[0].trim()} | ${random.pick(markers)}`),
  'add a marker': refield((_, text, random) => {
    const [type, marked] = partsOf(text);
    return `${type.trim()} |${marked ?? ''} ${random.pick(markers)}`;
  }),
  'misspell markers': refield((_, text, random) => {
    const [type, marked] = partsOf(text);
    return marked === undefined ? misspell(type, random) : `${type}|${misspell(marked, random)}`;
  }),
  'drop a field of the spec': ({ schema }, random) => {
    const site = random.pick(sitesIn(schema['spec']));
    if (site) dropAt(site);
    return site?.path;
  },
  'rename a field of the spec': ({ schema }, random) => {
    const site = random.pick(sitesIn(schema['spec']));
    const name = random.pick(names) ?? '';
    if (site) renameAt(site, name);
    return site && `${site.path} to ${name}`;
  },
  'change the head': ({ schema }, random) => {
    const key = random.pick(Object.keys(heads)) ?? '';
    const value = random.pick(heads[key] ?? []) ?? null;
    schema[key] = value;
    return `${key}: ${JSON.stringify(value)}`;
  },
  'drop from the head': ({ schema }, random) => {
    const key = random.pick(Object.keys(schema));
    if (key !== undefined) delete schema[key];
    return key;
  },
  'set conditions': ({ schema }, random) => {
    const chosen = random.pick(conditions) ?? null;
    mapIn(schema, 'status')['conditions'] = chosen;
    return JSON.stringify(chosen);
  },
  'add a status field': ({ schema }, random) => {
    const status = random.pick((heads['status'] ?? []).filter(isMap)) ?? {};
    Object.assign(mapIn(schema, 'status'), status);
    return JSON.stringify(status);
  },
  'change the object': ({ whole }, random) => {
    const change = random.pick<readonly [string, Mutable]>([
      ['kind', 'ResourceGroup'],
      ['apiVersion', 'kro.run/v1'],
      ['metadata', { name: 'Not_A_Name' }],
      ['metadata', {}],
      ['metadata', { name: 'a', namespace: 'b' }],
      ['metadata', { name: 'a', labels: { a: 1 } }],
      ['spec', null],
      ['spec', {}],
      ['status', { a: 1 }],
      ['unknown', 1],
      ['metadata', { name: 'a'.repeat(64) }],
      ['metadata', { name: 'a', labels: { 'not ok': 'b' } }],
    ]);
    if (change === undefined) return undefined;
    whole[change[0]] = change[1];
    return JSON.stringify(change);
  },
};
