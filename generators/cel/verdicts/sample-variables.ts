import { type CelType, listOf } from '../types/cel-type.ts';
import { type TypedSchema, typeOfSchema } from '../types/type-of-schema.ts';

const schemas: Readonly<Record<string, TypedSchema>> = {
  schema: {
    type: 'object',
    properties: {
      apiVersion: { type: 'string' },
      kind: { type: 'string' },
      metadata: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          namespace: { type: 'string' },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          creationTimestamp: { type: 'string', format: 'date-time' },
          generation: { type: 'integer', format: 'int64' },
          ownerReferences: {
            type: 'array',
            items: { type: 'object', properties: { name: { type: 'string' }, uid: { type: 'string' } } },
          },
        },
      },
      spec: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          replicas: { type: 'integer' },
          ratio: { type: 'number' },
          enabled: { type: 'boolean' },
          data: { type: 'string', format: 'byte' },
          wait: { type: 'string', format: 'duration' },
          day: { type: 'string', format: 'date' },
          at: { type: 'string', format: 'date-time' },
          port: { 'x-kubernetes-int-or-string': true },
          target: { format: 'int-or-string' },
          free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
          half: {
            type: 'object',
            'x-kubernetes-preserve-unknown-fields': true,
            properties: { known: { type: 'string' } },
          },
          untyped: {},
          untypedList: { type: 'array', items: {} },
          noItems: { type: 'array' },
          open: { type: 'object', additionalProperties: true },
          untypedMap: { type: 'object', additionalProperties: {} },
          names: { type: 'array', items: { type: 'string' } },
          numbers: { type: 'array', items: { type: 'integer' } },
          matrix: { type: 'array', items: { type: 'array', items: { type: 'integer' } } },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          counts: { type: 'object', additionalProperties: { type: 'integer' } },
          subnets: {
            type: 'array',
            items: {
              type: 'object',
              properties: { id: { type: 'string' }, zone: { type: 'string' }, public: { type: 'boolean' } },
            },
          },
          groups: {
            type: 'object',
            additionalProperties: {
              type: 'object',
              properties: { size: { type: 'integer' }, label: { type: 'string' } },
            },
          },
          'my-field': { type: 'string' },
          'a.b': { type: 'string' },
          'a/b': { type: 'string' },
          a__b: { type: 'string' },
          '1bad': { type: 'string' },
          for: { type: 'string' },
          import: { type: 'object', properties: { x: { type: 'string' } } },
          embedded: { type: 'object', 'x-kubernetes-embedded-resource': true },
          deep: {
            type: 'object',
            properties: {
              a: { type: 'object', properties: { b: { type: 'object', properties: { c: { type: 'string' } } } } },
            },
          },
        },
      },
    },
  },
  deployment: {
    type: 'object',
    properties: {
      metadata: {
        type: 'object',
        properties: { name: { type: 'string' }, labels: { type: 'object', additionalProperties: { type: 'string' } } },
      },
      spec: {
        type: 'object',
        properties: {
          replicas: { type: 'integer' },
          selector: {
            type: 'object',
            properties: { matchLabels: { type: 'object', additionalProperties: { type: 'string' } } },
          },
          template: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: {
                  containers: {
                    type: 'array',
                    items: {
                      type: 'object',
                      properties: {
                        name: { type: 'string' },
                        image: { type: 'string' },
                        ports: {
                          type: 'array',
                          items: {
                            type: 'object',
                            properties: { containerPort: { type: 'integer' }, name: { type: 'string' } },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          subnets: {
            type: 'array',
            items: { type: 'object', properties: { id: { type: 'string' }, zone: { type: 'string' } } },
          },
        },
      },
      status: {
        type: 'object',
        properties: {
          readyReplicas: { type: 'integer' },
          conditions: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                type: { type: 'string' },
                status: { type: 'string' },
                lastTransitionTime: { type: 'string', format: 'date-time' },
              },
            },
          },
        },
      },
    },
  },
  vpcs: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        metadata: { type: 'object', properties: { name: { type: 'string' } } },
        spec: { type: 'object', properties: { cidr: { type: 'string' } } },
        status: { type: 'object', properties: { vpcID: { type: 'string' }, ready: { type: 'boolean' } } },
      },
    },
  },
};

/** The variables that the expressions of this folder read: an instance, a resource and a collection. */
export const sampleVariables: ReadonlyMap<string, CelType> = new Map(
  Object.entries(schemas).map(([name, schema]) => [name, typeOf(name, schema)]),
);

function typeOf(name: string, schema: TypedSchema): CelType {
  const { items } = schema;
  const type = items
    ? typeOfSchema({ schema: items, name: `${name}.@idx`, comparable: false })
    : typeOfSchema({ schema, name });
  if (type === undefined) throw new Error(`the schema of ${name} has no type`);
  return items ? listOf(type) : type;
}
