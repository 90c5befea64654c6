import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { globSync } from 'glob';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addonOptions } from '../../generators/addons/options-registry.ts';
import { repositoryRoot } from '../../generators/testing/example-fleet.ts';
import { generate, wholeSchemas } from './config-schemas.ts';

const schemas = new Map([...generate()].map(([path, text]) => [path.replace('schemas/', ''), JSON.parse(text)]));
const whole = Object.entries(wholeSchemas());

/** With each part that is in another file in the place of its reference. */
function resolve(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(resolve);
  if (!('$ref' in value)) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, resolve(part)]));
  const [file = '', , field = ''] = String(value.$ref).split(/#\/(properties)\//);
  return schemas.get(file).properties[field];
}

/** As an editor does: a schema is the file that its first line names, and references are paths from there. */
const ajv = new Ajv({ strict: false, allErrors: true });
for (const [file, schema] of schemas) ajv.addSchema(schema, file);

const configFiles = globSync('config/**/*.yaml', { cwd: repositoryRoot, posix: true }).map((path) => {
  const text = readFileSync(join(repositoryRoot, path), 'utf8');
  return { path, schema: /\$schema=.*\/([\w.]+)\n/.exec(text)?.[1] ?? '', value: parse(text) };
});

describe('schemas for editors', () => {
  test.each(whole)('%s says the same as in one piece', (kind, schema) => {
    expect(resolve(schemas.get(`${kind}.schema.json`))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  test.each(configFiles)('$path is valid, and not with an unknown field', ({ schema, value }) => {
    expect(ajv.validate(schema, value), JSON.stringify(ajv.errors)).toBe(true);
    expect(ajv.validate(schema, { ...value, nodeGrups: {} })).toBe(false);
  });

  test('a mistake within what layers share is found from every file that may have it', () => {
    const mistake = { addons: { metricsServer: { replicas: 'many' } } };
    const placesOf = (kind: string, value: unknown) => {
      ajv.validate(`${kind}.schema.json`, value);
      return (ajv.errors ?? []).map(({ instancePath }) => instancePath);
    };
    for (const kind of ['environment', 'region', 'component', 'spoke'])
      expect(placesOf(kind, mistake)).toContain('/addons/metricsServer/replicas');
    expect(placesOf('config', { defaults: mistake })).toContain('/defaults/addons/metricsServer/replicas');
  });

  test('add-ons stand in the schema of layers alone', () => {
    const naming = [...schemas].filter(([, schema]) =>
      Object.keys(addonOptions).some((name) => JSON.stringify(schema).includes(`"${name}":{`)),
    );
    expect(naming.map(([file]) => file)).toEqual(['layer.schema.json']);
  });
});
