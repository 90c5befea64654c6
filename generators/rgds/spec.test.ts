import { describe, expect, it } from 'vitest';
import type { Fields, Rgd, SimpleSchema } from '../model/rgd.ts';
import { rgds } from './registry.ts';

/** They have the TypeScript type of the spec of their graph, so what holds between them and the schema holds for the type. */
const examples = import.meta.glob<Readonly<Record<string, object>>>('./*/*/*/example.ts', {
  eager: true,
  import: 'default',
});
const cases = Object.entries(rgds).map(([folder, rgd]): readonly [Rgd, readonly object[]] => [
  rgd,
  Object.values(examples[`./${folder}/example.ts`] ?? {}),
]);

interface Leaf {
  readonly at: string;
  readonly type: string;
  readonly markers: string;
}

function leafOf(at: string, schema: string): Leaf {
  const bar = schema.indexOf('|');
  return bar < 0
    ? { at, type: schema.trim(), markers: '' }
    : { at, type: schema.slice(0, bar).trim(), markers: schema.slice(bar + 1) };
}

/** Neither required nor with a default. */
const mayBeAbsent = ({ markers }: Leaf) => !/(required=true|default=)/.test(markers);

function leaves(schema: SimpleSchema, at: string): Leaf[] {
  if (typeof schema === 'string') return [leafOf(at, schema)];
  return Object.entries(schema).flatMap(([field, one]) => leaves(one, `${at}.${field}`));
}

/** Checks a value and counts the lists that had items; whether all had some shows only over all examples. */
function compare(value: unknown, schema: SimpleSchema, types: Fields, at: string, filled: Set<string>): void {
  if (typeof schema !== 'string') {
    const said = (field: string) =>
      Object.hasOwn(value as object, field) || !mayBeAbsent(leafOf(at, String(schema[field])));
    expect(Object.keys(value as object).sort(), at).toEqual(Object.keys(schema).filter(said).sort());
    for (const [field, one] of Object.entries(schema).filter(([name]) => said(name))) {
      compare((value as Record<string, unknown>)[field], one, types, `${at}.${field}`, filled);
    }
    return;
  }
  const { type } = leafOf(at, schema);
  if (type.startsWith('[]')) {
    for (const item of value as unknown[]) {
      filled.add(at);
      compare(item, type.slice(2), types, `${at}[]`, filled);
    }
  } else if (type.startsWith('map[string]')) {
    for (const item of Object.values(value as object)) {
      filled.add(at);
      compare(item, type.slice('map[string]'.length), types, `${at}{}`, filled);
    }
  } else if (types[type] !== undefined) compare(value, types[type], types, at, filled);
  else expect(typeof value, at).toBe(type === 'integer' ? 'number' : type);
}

function listsIn(schema: SimpleSchema, types: Fields, at: string): string[] {
  if (typeof schema !== 'string') {
    return Object.entries(schema).flatMap(([field, one]) => listsIn(one, types, `${at}.${field}`));
  }
  const { type } = leafOf(at, schema);
  const item = /^(\[\]|map\[string\])(.*)$/.exec(type);
  if (item) return [at, ...listsIn(item[2] ?? '', types, `${at}${item[1] === '[]' ? '[]' : '{}'}`)];
  return types[type] === undefined ? [] : listsIn(types[type], types, at);
}

describe.each(cases.map(([rgd, examples]) => [rgd.kind, rgd, examples] as const))(
  'the spec of %s',
  (_, rgd, examples) => {
    const { types = {} } = rgd;
    const all = [...leaves(rgd.spec, 'spec'), ...Object.entries(types).flatMap(([name, type]) => leaves(type, name))];
    const alias = (at: string) => !at.includes('.');

    it('has examples', () => {
      expect(examples).not.toEqual([]);
    });

    it('has the fields of its TypeScript type, in every item of every list', () => {
      const filled = new Set<string>();
      for (const example of examples) compare(example, rgd.spec, types, 'spec', filled);
      expect(listsIn(rgd.spec, types, 'spec').filter((at) => !filled.has(at))).toEqual([]);
    });

    it('describes every field', () => {
      expect(all.filter(({ at, markers }) => !alias(at) && !/description="[^"]+"/.test(markers))).toEqual([]);
    });

    it('bounds every text, number and list', () => {
      const unbounded = all.filter(({ type, markers }) => {
        if (type === 'string') return !/(pattern|maxLength|enum)=/.test(markers);
        if (type === 'integer') return !/minimum=.* maximum=|enum=/.test(markers);
        if (type.startsWith('[]')) return !/maxItems=/.test(markers) || types[type.slice(2)] === undefined;
        if (type.startsWith('map[string]')) return types[type.slice('map[string]'.length)] === undefined;
        return false;
      });
      expect(unbounded).toEqual([]);
    });

    it('lets every field be present, or is read as one that may be absent', () => {
      const text = JSON.stringify(rgd.resources);
      const absent = all.filter((leaf) => {
        const holdsDefaults = typeof types[leaf.type] === 'object';
        return !alias(leaf.at) && !holdsDefaults && mayBeAbsent(leaf);
      });
      for (const { at } of absent) {
        const field = /^spec\.(\w+)$/.exec(at)?.[1] ?? at;
        expect(text).toContain(`schema.spec.?${field}.orValue(`);
        expect(text).not.toContain(`schema.spec.${field}`);
      }
    });

    it('merges lists of named things by name, so that the server’s defaults are no difference', () => {
      const structs = all.filter(({ type }) => type.startsWith('[]') && typeof types[type.slice(2)] === 'object');
      expect(
        structs.filter(({ type, markers }) => type !== '[]Taint' && !/listType=map listMapKey=/.test(markers)),
      ).toEqual([]);
    });
  },
);
