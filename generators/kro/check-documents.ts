import { type Diagnostic, newDiagnosticLog } from '../diagnostics/diagnostic.ts';
import { checkManifest } from '../kube/check-manifest.ts';
import type { Kinds } from '../kube/kinds.ts';
import { foreignPatterns } from '../schema/structural/foreign-patterns.ts';
import { withIdentity } from '../schema/structural/resolve-references.ts';
import { digestSchema } from '../schema/structural/structural-schema.ts';
import type { Source } from '../source/source.ts';
import { isMap, type PlainMap } from '../util/plain-map.ts';
import { documentsIn, type PlacedObject } from '../yaml/kubernetes/documents-in.ts';
import { locateInYaml } from '../yaml/kubernetes/locate.ts';
import type { CheckedGraph, GraphInput } from './check-graph.ts';
import { checkGraphs, type GivenGraph } from './check-graphs.ts';
import { isGraph } from './graph/is-graph.ts';
import { meantKind } from './graph/meant-kind.ts';
import { type CrdLike, kindsWith } from './kinds-with.ts';

export interface CheckedDocuments {
  readonly diagnostics: readonly Diagnostic[];
  /** In the order in which a cluster can take them. */
  readonly graphs: readonly CheckedGraph[];
  /** How many objects were held against the CRD of one of the graphs. */
  readonly instances: number;
  /** Those that the cluster has then. */
  readonly kinds: Kinds;
}

type Document = Pick<PlacedObject, 'source' | 'read' | 'within'> & { readonly value: PlainMap };

/**
 * Checks every graph in these files, as they would be in one cluster: graphs may use kinds that other graphs make, or that
 * CRDs beside them define. Instances of the graphs are held against the CRDs that kro makes. Other objects are passed over.
 * `given`: graphs that are there besides.
 */
export function checkDocuments(
  sources: readonly Source[],
  known: Kinds,
  given: readonly GivenGraph[] = [],
): CheckedDocuments {
  const log = newDiagnosticLog();
  const documents: Document[] = [];
  const graphs: GraphInput[] = [];
  for (const { source, read, within, value, isBroken } of sources.flatMap(documentsIn)) {
    if (isGraph(value) || isBroken || meantKind(value) !== undefined) graphs.push({ source, read, within });
    else if (isMap(value)) documents.push({ source, read, within, value });
  }
  const kinds = kindsWith(
    known,
    documents.flatMap(({ value }) => (isCrd(value) ? [value] : [])),
  );
  const checked = checkGraphs(graphs, kinds, given);
  for (const { diagnostics } of checked) log.add(diagnostics);
  const instances = documents.filter((document) => checkInstance(document, [...given, ...checked], kinds, log.add));
  const made = [...given, ...checked].flatMap(({ crd }) => (crd === undefined ? [] : [crd]));
  return {
    diagnostics: log.sorted(),
    graphs: checked,
    instances: instances.length,
    kinds: kindsWith(kinds, made),
  };
}

function isCrd(value: PlainMap): value is PlainMap & CrdLike {
  const { kind, spec } = value;
  return kind === 'CustomResourceDefinition' && isMap(spec) && isMap(spec['names']) && Array.isArray(spec['versions']);
}

/** Whether it is an instance of one of the graphs. */
function checkInstance(
  { source, read, within, value }: Document,
  graphs: readonly Pick<CheckedGraph, 'crd'>[],
  kinds: Kinds,
  add: (diagnostics: readonly Diagnostic[]) => void,
): boolean {
  const { apiVersion, kind } = value;
  const graph = graphs.find(({ crd }) => {
    const version = crd?.spec.versions[0].name ?? '';
    return crd?.spec.names.kind === kind && `${crd?.spec.group}/${version}` === apiVersion;
  });
  if (graph?.crd === undefined) return false;
  const { group, names, scope, versions } = graph.crd.spec;
  const document = read.document();
  const schema = {
    apiVersion: String(apiVersion),
    group,
    version: versions[0].name,
    kind: names.kind,
    plural: names.plural,
    scope,
    root: digestSchema(withIdentity(versions[0].schema.openAPIV3Schema, kinds.objectMeta), [], {
      builtin: false,
      patterns: foreignPatterns(),
    }),
  };
  const locate = document && locateInYaml(source, document);
  const violations = checkManifest(value, schema, { namespaceOptional: true });
  add(
    violations.map(({ path, message }) => ({
      code: 'kro/instance',
      severity: 'error' as const,
      message,
      ...(locate && { at: locate({ path: [...within, ...path] }) }),
      notes: [],
    })),
  );
  return true;
}
