import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cloudModels } from '../clouds/model-registry.ts';
import { fileKinds } from './file-kinds.ts';
import { completeSchemas, fileSchemas } from './file-schemas.ts';

const addonOptions = {
  someAddon: z.strictObject({ size: z.int().default(1).describe('Its size.') }).describe('An add-on.'),
};
const parts = { addonOptions, clouds: cloudModels, libraries: ['v1'] };
const files = fileSchemas(parts);
const complete = completeSchemas(parts);

type Schema = (typeof complete)['spoke'];

/** Every field, with its path; entries of maps as `*`. */
function fieldsOf(schema: Schema, path = ''): [path: string, schema: Schema][] {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, field]) => [`${path}.${name}`, field] as [string, Schema],
  );
  const entries =
    typeof schema.additionalProperties === 'object' ? fieldsOf(schema.additionalProperties, `${path}.*`) : [];
  const items = schema.items === undefined ? [] : fieldsOf(schema.items, `${path}[]`);
  return [
    ...fields.flatMap(([at, field]) => [[at, field] as [string, Schema], ...fieldsOf(field, at)]),
    ...entries,
    ...items,
  ];
}

test('every kind of file has a schema with a title', () => {
  expect(Object.keys(files)).toEqual([...fileKinds]);
  for (const kind of fileKinds) expect(files[kind].title).toMatch(/config\/.*\.yaml$/);
});

test('every field has a description', () => {
  const undescribed = Object.entries(complete).flatMap(([kind, schema]) =>
    fieldsOf(schema).flatMap(([path, { description }]) => (description === undefined ? [`${kind}${path}`] : [])),
  );
  expect(undescribed).toEqual([]);
});

test('every schema is one for ajv, strictly', () => {
  const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true });
  ajv.addVocabulary(['inherits', 'patternMeaning']);
  for (const schema of [...Object.values(files), ...Object.values(complete)]) {
    expect(() => ajv.compile(schema)).not.toThrow();
  }
});

describe('a whole', () => {
  test('requires what has no default', () => {
    expect(complete.account.required).toEqual(['id', 'regions']);
    expect(complete.spoke.required).toEqual(expect.arrayContaining(['environment', 'account', 'region', 'network']));
    expect(complete.spoke.required).not.toContain('lifecycle');
  });

  test('of config.yaml has defaults that are never complete', () => {
    const { defaults } = complete.config.properties ?? {};
    expect(complete.config.required).toEqual(['format', 'organisation', 'repository', 'versions']);
    expect(JSON.stringify(defaults)).not.toContain('"required":["cidr');
    expect(
      fieldsOf(defaults ?? {}).flatMap(([path, field]) =>
        field.default === undefined || path.includes('[]') ? [] : [path],
      ),
    ).toEqual([]);
  });
});

describe('a file', () => {
  test('knows the options of every add-on, and null', () => {
    const addon = files.spoke.properties?.addons?.properties?.someAddon;
    expect(addon).toMatchObject({ type: ['object', 'null'], description: 'An add-on.' });
    expect(addon?.properties).toEqual({ size: { type: ['integer', 'null'], default: 1, description: 'Its size.' } });
  });

  test('of a layer says what a spoke says, but for what makes the spoke', () => {
    const keys = (kind: 'spoke' | 'region') => Object.keys(files[kind].properties ?? {});
    const own = keys('spoke').filter((key) => !keys('region').includes(key));
    expect(own).toEqual(['environment', 'account', 'region', 'hub', 'components', 'cluster', 'lifecycle']);
    expect(keys('region').filter((key) => !keys('spoke').includes(key))).toEqual([]);
  });
});
