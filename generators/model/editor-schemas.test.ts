import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { cloudModels } from '../clouds/model-registry.ts';
import { editorSchemas } from './editor-schemas.ts';
import { fileKinds } from './file-kinds.ts';
import { completeSchemas } from './file-schemas.ts';

const parts = { addonOptions: {}, clouds: cloudModels, libraries: ['v1', 'v2'] };
const schemas = editorSchemas(parts, { 'eks.addons': ['coredns', 'vpc-cni'], graphs: ['EKSCluster'] });
const complete = completeSchemas(parts);
const accepts = (kind: (typeof fileKinds)[number], value: unknown) =>
  new Ajv({ strict: false }).compile(schemas[kind])(value);

const spoke = { environment: 'production', account: 'main', region: 'eu-west-1' };

test('a spoke says itself where it is', () => {
  expect(accepts('spoke', spoke)).toBe(true);
  for (const field of ['environment', 'account', 'region'] as const) {
    const { [field]: _, ...without } = spoke;
    expect(accepts('spoke', without)).toBe(false);
    expect(accepts('spoke', { ...spoke, [field]: null })).toBe(false);
  }
});

test('what a layer may say is not required, and null removes it', () => {
  expect(accepts('spoke', { ...spoke, network: null, nodeGroups: { default: null } })).toBe(true);
  expect(accepts('environment', {})).toBe(true);
  expect(accepts('hub', { account: '111111111111' })).toBe(false);
});

test('what is required of a file is required of the whole', () => {
  for (const kind of fileKinds) {
    const { required = [] } = schemas[kind];
    if (required.length > 0) expect(complete[kind as 'spoke'].required).toEqual(expect.arrayContaining([...required]));
  }
});

test('names of EKS add-ons are offered, and others are allowed', () => {
  const { spoke: schema, config } = schemas;
  for (const map of [
    schema.properties?.['eks'],
    schema.properties?.['versions']?.properties?.['eks'],
    config.properties?.['defaults']?.properties?.['eks'],
  ])
    expect(Object.keys(map?.properties?.['addons']?.properties ?? {})).toEqual(['coredns', 'vpc-cni']);
  expect(accepts('spoke', { ...spoke, eks: { addons: { coredns: {}, 'aws-other': {}, 'vpc-cni': null } } })).toBe(true);
  expect(accepts('spoke', { ...spoke, eks: { addons: { coredns: { configuraton: {} } } } })).toBe(false);
});

test('graphs of the library and its versions are offered; a hub may have graphs of its own', () => {
  const { graphs, versions } = schemas.hub.properties ?? {};
  expect(graphs?.items?.anyOf?.[0]).toEqual({ enum: ['EKSCluster'] });
  expect(graphs?.items?.anyOf?.[1]).toMatchObject({ type: 'string' });
  for (const where of [versions, schemas.config.properties?.['versions']])
    expect(where?.properties?.['library']?.enum).toEqual(['v1', 'v2', null]);
});
