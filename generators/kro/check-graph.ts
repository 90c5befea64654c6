import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Kinds } from '../kube/kinds.ts';
import { limits } from '../util/limits.ts';
import { isMap } from '../util/plain-map.ts';
import { helmTemplate } from '../yaml/kubernetes/helm-template.ts';
import type { Context } from './context.ts';
import { checkCrd } from './crd/check-crd.ts';
import { type GeneratedCrd, generateCrd } from './crd/generate-crd.ts';
import { collectFindings, type GraphInput } from './findings.ts';
import { checkNames } from './graph/check-names.ts';
import { checkShape } from './graph/check-shape.ts';
import { type Dependencies, inspectResource } from './graph/dependencies.ts';
import type { Graph } from './graph/graph.ts';
import { meantKind } from './graph/meant-kind.ts';
import { orderResources } from './graph/order-resources.ts';
import { readGraph } from './graph/read-graph.ts';
import { resourceExpressions } from './graph/resource-expressions.ts';
import { checkEntries } from './run-time/check-entries.ts';
import { checkIdentities } from './run-time/check-identities.ts';
import { checkObjects } from './run-time/check-objects.ts';
import { checkOptionals } from './run-time/check-optionals.ts';
import { checkPresence } from './run-time/check-presence.ts';
import { checkWaiting } from './run-time/check-waiting.ts';
import { specSchema } from './simple-schema/spec-schema.ts';
import { checkStatus } from './status/check-status.ts';
import { checkExternalRef } from './template/check-external-ref.ts';
import { checkObject } from './template/check-object.ts';
import { resolveResources } from './template/resolve-resource.ts';
import { checkResourceTypes } from './types/check-types.ts';
import { instanceSchema, variableTypes } from './types/expected-type.ts';

export type { GraphInput } from './findings.ts';

export interface CheckedGraph {
  /** By place; those with severity `error` are what kro or an API server refuses, or what no instance survives. */
  readonly diagnostics: readonly Diagnostic[];
  readonly graph?: Graph;
  /** The CRD that kro makes; absent where there is no graph. It is kro's only where nothing was refused. */
  readonly crd?: GeneratedCrd;
  /** The ids in the order in which kro makes their objects; absent where there are cycles. */
  readonly order?: readonly string[];
  readonly dependencies?: readonly Dependencies[];
}

/** Checks a ResourceGraphDefinition as kro 0.9.4 does, and beyond. Never throws, whatever is in the file. */
export function checkGraph(input: GraphInput, kinds: Kinds): CheckedGraph {
  const template = 'source' in input ? helmTemplate(input.source) : undefined;
  if (template !== undefined) return { diagnostics: [template] };
  const { value, report, diagnostics } = collectFindings(input);
  if (value === undefined) return { diagnostics: diagnostics() };
  const graph = readGraph(value);
  if (graph === undefined || !isMap(value)) {
    const meant = meantKind(value);
    if (meant === undefined)
      report({ code: 'kro/graph-shape', path: [], message: 'This is no object of kind "ResourceGraphDefinition".' });
    else report({ code: 'kro/misspelt-kind', path: ['kind'], ...meant });
    return { diagnostics: diagnostics() };
  }
  const { length } = graph.resources;
  if (length > limits.resources.most) {
    const message = `The graph has ${length} resources, and at most ${limits.resources.most} are read.`;
    report({ code: 'kro/graph-shape', path: ['spec', 'resources'], at: 'key', message });
    return { diagnostics: diagnostics(), graph: { ...graph, resources: [] } };
  }
  checkShape(value, kinds, report);
  const checked = checkRead({ graph, kinds, report });
  return { diagnostics: diagnostics(), graph, ...checked };
}

function checkRead(context: Context): Pick<CheckedGraph, 'crd' | 'order' | 'dependencies'> {
  const { graph, kinds, report } = context;
  checkNames(context);
  const spec = specSchema(graph.spec, graph.types);
  for (const { code, message, path, range } of spec.problems) {
    report({ code, path: ['spec', 'schema', ...path], ...(range && { range }), message });
  }
  for (const resource of graph.resources) checkExternalRef(context, resource);
  const resolved = resolveResources(context);
  for (const one of resolved) checkObject(context, one);

  const ids = new Set(graph.resources.map(({ id }) => id));
  const expressions = resolved.map((one) => resourceExpressions(context, one));
  const inspected = expressions.map((one) => inspectResource(context, one, ids));
  const dependencies = inspected.map((one) => one.dependencies);
  const order = orderResources(context, dependencies);

  const instance = instanceSchema(spec.schema, kinds.objectMeta, graph.head.scope);
  const variables = variableTypes(resolved, instance);
  for (const [index, one] of expressions.entries()) {
    const references = inspected[index]?.references ?? new Map();
    const optional = checkResourceTypes(context, one, references, variables);
    checkOptionals(one.resolved, optional, report);
  }
  const status = checkStatus(context, ids, variables);
  checkObjects(resolved, report);
  checkIdentities(context, resolved, spec.schema);
  if (spec.problems.length === 0) checkPresence(spec.schema, expressions, report);
  checkEntries(expressions, status, report);
  checkWaiting(context, expressions, dependencies, status);
  const crd = generateCrd(graph.head, spec.schema, status.schema);
  // Where the schema could not be read, its CRD is not kro's.
  if (spec.problems.length === 0) checkCrd(context, crd);
  return {
    crd,
    ...(order && { order }),
    dependencies,
  };
}
