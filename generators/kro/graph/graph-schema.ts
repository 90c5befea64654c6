import type { RawSchema } from '../../schema/structural/structural-schema.ts';

const text: RawSchema = { type: 'string' };
const texts: RawSchema = { type: 'array', items: text };
const textMap: RawSchema = { type: 'object', additionalProperties: text };
const anyMap: RawSchema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

const anything: RawSchema = { 'x-kubernetes-preserve-unknown-fields': true };

/** The API server drops what a file says of these, and refuses any other field. */
const statusFields = {
  conditions: anything,
  lastIssuedRevision: anything,
  resources: anything,
  state: anything,
  topologicalOrder: anything,
};

const aliases: RawSchema = {
  type: 'array',
  maxItems: 32,
  'x-kubernetes-list-type': 'set',
  items: { type: 'string', maxLength: 63, pattern: '^[a-z]([-a-z0-9]*[a-z0-9])?$' },
};

const column: RawSchema = {
  type: 'object',
  required: ['jsonPath', 'name', 'type'],
  properties: {
    description: text,
    format: text,
    jsonPath: text,
    name: text,
    priority: { type: 'integer', format: 'int32' },
    type: text,
  },
};

const externalRef: RawSchema = {
  type: 'object',
  required: ['apiVersion', 'kind', 'metadata'],
  properties: {
    apiVersion: text,
    kind: text,
    metadata: {
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 1 },
        namespace: text,
        selector: { 'x-kubernetes-preserve-unknown-fields': true },
      },
    },
  },
};

const resource: RawSchema = {
  type: 'object',
  required: ['id'],
  properties: {
    id: text,
    template: anyMap,
    externalRef,
    readyWhen: texts,
    includeWhen: texts,
    forEach: { type: 'array', items: { ...textMap, minProperties: 1, maxProperties: 1 } },
  },
};

/** What the API server asks of a ResourceGraphDefinition, besides its metadata. https://github.com/kubernetes-sigs/kro/tree/v0.9.4/helm/crds */
export const graphSchema: RawSchema = {
  type: 'object',
  required: ['spec'],
  properties: {
    spec: {
      type: 'object',
      required: ['schema'],
      properties: {
        schema: {
          type: 'object',
          required: ['apiVersion', 'kind'],
          properties: {
            apiVersion: { type: 'string', pattern: '^v[0-9]+(alpha[0-9]+|beta[0-9]+)?$' },
            // Which characters it has is a rule of its own.
            kind: { type: 'string', minLength: 1, maxLength: 63 },
            group: text,
            scope: { type: 'string', enum: ['Namespaced', 'Cluster'] },
            spec: anyMap,
            types: anyMap,
            status: anyMap,
            additionalPrinterColumns: { type: 'array', items: column },
            shortNames: aliases,
            categories: aliases,
            metadata: { type: 'object', properties: { labels: textMap, annotations: textMap } },
          },
        },
        resources: { type: 'array', items: resource },
      },
    },
    status: { type: 'object', properties: statusFields },
  },
};
