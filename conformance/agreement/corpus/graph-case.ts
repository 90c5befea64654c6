import { stringify } from 'yaml';

/** A graph to judge, as text: a ResourceGraphDefinition. */
export interface GraphCase {
  /** Where it comes from, and what was done to it. */
  readonly name: string;
  /** YAML of CRDs and graphs whose kinds are there before. */
  readonly context: readonly string[];
  readonly graph: string;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What YAML 1.1 takes for something else than a text is quoted: kro's reader is of that version. */
export function printGraph(graph: JsonObject): string {
  return stringify(graph, { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}

/** A whole graph of what it says of its schema and its resources. */
export function makeGraph(schema: JsonObject, resources: readonly Json[], name = 'a-graph'): JsonObject {
  return {
    apiVersion: 'kro.run/v1alpha1',
    kind: 'ResourceGraphDefinition',
    metadata: { name },
    spec: { schema: { apiVersion: 'v1alpha1', kind: 'Thing', ...schema }, resources },
  };
}
