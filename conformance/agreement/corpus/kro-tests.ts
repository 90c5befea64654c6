import { readFileSync } from 'node:fs';
import { type GraphCase, isObject, type Json, type JsonObject, makeGraph, printGraph } from './graph-case.ts';

/** A call that a test of kro made, as record-kro-tests.mjs writes it. */
interface Recorded {
  readonly what: string;
  readonly arguments?: JsonObject;
}

interface Tests {
  readonly cases: readonly GraphCase[];
  /** Recorded calls that are no case, by why not. */
  readonly leftOut: ReadonlyMap<string, number>;
}

type Expressed = { readonly graph: JsonObject; readonly context?: readonly string[] } | string;

const schemaSpec: JsonObject = { name: 'string', enabled: 'boolean', count: 'integer', items: '[]string' };
const configMap = (rest: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a-config' },
  ...rest,
});

/** How a call is said as a graph, or why it cannot be. */
const expressions: Readonly<Record<string, (call: JsonObject) => Expressed>> = {
  graph: ({ graph }) => (isObject(graph) ? { graph: complete(graph) } : 'no graph'),
  resource: ({ resource = null }) => ({ graph: makeGraph({ spec: schemaSpec }, [withoutNull(resource)]) }),
  schema: ({ schema = {} }) => ({ graph: makeGraph(withoutNull(schema) as JsonObject, []) }),
  spec: ({ spec = null, types = null }) => ({ graph: makeGraph(withoutNull({ spec, types }) as JsonObject, []) }),
  field: ({ field = null }) => ({ graph: makeGraph({ spec: { field } }, []) }),
  markers: ({ type, markers }) => {
    const name = typeof type === 'string' ? simpleTypes[type] : undefined;
    if (name === undefined) return 'markers of a type that SimpleSchema has no name for';
    const pairs = (markers as readonly (readonly [string, string])[]).map(([key, value]) => `${key}=${quote(value)}`);
    return { graph: makeGraph({ spec: { field: `${name} | ${pairs.join(' ')}` } }, []) };
  },
  template: ({ template = null }) => ({ graph: makeGraph({ spec: schemaSpec }, [{ id: 'thing', template }]) }),
  externalRef: ({ metadata = null }) => ({
    graph: makeGraph({ spec: { ...schemaSpec, key: 'string', selector: 'object' } }, [
      { id: 'thing', externalRef: { apiVersion: 'v1', kind: 'ConfigMap', metadata } },
    ]),
  }),
  text: ({ text = null }) => ({
    graph: makeGraph({ spec: schemaSpec }, [{ id: 'thing', template: configMap({ data: { text } }) }]),
  }),
  status: ({ status = null }) => ({ graph: makeGraph({ spec: schemaSpec, status }, []) }),
  readyWhen: ({ conditions = null }) => ({
    graph: makeGraph({ spec: schemaSpec }, [{ id: 'thing', template: configMap({}), readyWhen: conditions }]),
  }),
  typed: ({ object, schema }) => {
    if (!isObject(object) || !isObject(schema)) return 'a schema or an object that is nothing';
    const template = { apiVersion: 'example.com/v1', kind: 'Typed', metadata: { name: 'typed' }, spec: object };
    const graph = makeGraph({ spec: schemaSpec }, [{ id: 'typed', template }]);
    return { graph, context: [printGraph(crdOf(schema))] };
  },
};

const simpleTypes: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'integer',
  boolean: 'boolean',
  number: 'float',
  array: '[]string',
  object: 'object',
};

const quote = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function crdOf(spec: JsonObject): JsonObject {
  const openAPIV3Schema = { type: 'object', properties: { spec } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'typeds.example.com' },
    spec: {
      group: 'example.com',
      scope: 'Namespaced',
      names: { kind: 'Typed', listKind: 'TypedList', plural: 'typeds', singular: 'typed' },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }],
    },
  };
}

/** Tests hand over Go values: what is nothing there is null here, where it would be said by leaving it out. */
function withoutNull(value: Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null));
}

function complete({ metadata, spec }: JsonObject): JsonObject {
  const { schema, resources } = isObject(spec) ? spec : {};
  const nodes = Array.isArray(resources) ? resources.map((node) => withoutNull(node)) : [];
  const name = isObject(metadata) && typeof metadata['name'] === 'string' ? metadata['name'] : 'a-graph';
  const graph = makeGraph({}, nodes, name);
  return { ...graph, spec: { ...(schema ? { schema: withoutNull(schema) } : {}), resources: nodes } };
}

/** What the tests of kro try, each as a whole graph; `file` is what record-kro-tests.mjs wrote. */
export function readKroTests(file: string): Tests {
  const cases = new Map<string, GraphCase>();
  const leftOut = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue;
    const { what, arguments: call } = JSON.parse(line) as Recorded;
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    const express = expressions[what];
    if (express === undefined) throw new Error(`nothing says how to express ${what}`);
    const expressed = call === undefined ? `${what} that JSON cannot hold` : express(call);
    if (typeof expressed === 'string') {
      leftOut.set(expressed, (leftOut.get(expressed) ?? 0) + 1);
      continue;
    }
    const graph = printGraph(expressed.graph);
    const context = expressed.context ?? [];
    const key = JSON.stringify([context, graph]);
    if (!cases.has(key)) cases.set(key, { name: `kro's tests, ${what} ${count}`, context, graph });
  }
  return { cases: [...cases.values()], leftOut };
}
