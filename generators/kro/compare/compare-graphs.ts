import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Kinds } from '../../kube/kinds.ts';
import { isMap } from '../../util/plain-map.ts';
import { checkGraph } from '../check-graph.ts';
import type { Report } from '../context.ts';
import type { GeneratedCrd } from '../crd/generate-crd.ts';
import { collectFindings, type GraphInput } from '../findings.ts';
import type { Graph } from '../graph/graph.ts';
import { objectOf } from '../graph/graph.ts';
import { compareSchemas, nameOfField, type SchemaChange } from './compare-schemas.ts';
import { unseenChanges } from './unseen-changes.ts';

export interface ComparedGraphs {
  /** Of the change alone, at places in the new version. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every difference of the schemas that kro sees. */
  readonly changes: readonly SchemaChange[];
}

const allowed = 'kro.run/allow-breaking-changes';

/** What becomes of the kind and its objects when one version of a graph takes the place of another. Both are taken to be sound. */
export function compareGraphs(before: GraphInput, after: GraphInput, kinds: Kinds): ComparedGraphs {
  const [old, now] = [checkGraph(before, kinds), checkGraph(after, kinds)];
  const { report, diagnostics } = collectFindings(after);
  if (old.graph === undefined || now.graph === undefined || old.crd === undefined || now.crd === undefined) {
    return { diagnostics: [], changes: [] };
  }
  checkFixed(old.graph, now.graph, report);
  checkObjects(old.graph, now.graph, report);
  const changes = checkSchemas(old.crd, now.crd, now.graph, report);
  return { diagnostics: diagnostics(), changes };
}

/** The API server refuses to change these. */
function checkFixed(old: Graph, now: Graph, report: Report): void {
  const fields = { kind: 'kind', version: 'apiVersion', group: 'group', scope: 'scope' } as const;
  for (const key of ['kind', 'version', 'group', 'scope'] as const) {
    if (old.head[key] === now.head[key]) continue;
    const message = `The ${fields[key]} is "${now.head[key]}" and was "${old.head[key]}"; it never changes.`;
    const help = 'Make another graph beside this one, and move its instances.';
    report({ code: 'kro/fixed-field', path: ['spec', 'schema', fields[key]], message, help });
  }
}

/** Objects are known by their names: one that is called otherwise is another one, and the first is deleted. */
function checkObjects(old: Graph, now: Graph, report: Report): void {
  const identities = new Map(now.resources.map((resource) => [identityOf(resource), resource]));
  for (const resource of old.resources) {
    if (resource.template === undefined || identities.has(identityOf(resource))) continue;
    const same = now.resources.find(({ id }) => id === resource.id);
    const path = same === undefined ? ['spec', 'resources'] : [...same.path, 'template', 'metadata', 'name'];
    const what = same === undefined ? 'is gone' : 'has another kind, name or namespace';
    const message = `Resource "${resource.id}" ${what}: kro deletes the objects that it made.`;
    report({ code: 'kro/object-replaced', path, message });
  }
}

function identityOf(resource: Graph['resources'][number]): string {
  const object = objectOf(resource)?.object ?? {};
  const { name = null, namespace = null } = isMap(object['metadata']) ? object['metadata'] : {};
  return JSON.stringify([object['apiVersion'], object['kind'], name, namespace]);
}

function checkSchemas(old: GeneratedCrd, now: GeneratedCrd, graph: Graph, report: Report): readonly SchemaChange[] {
  const [before, after] = [old.spec.versions[0], now.spec.versions[0]];
  const [left, right] = [before.schema.openAPIV3Schema, after.schema.openAPIV3Schema];
  if (before.name !== after.name) return [];
  const changes = compareSchemas(left, right);
  const mayBreak = graph.annotations[allowed] === 'true';
  for (const { breaks, path, says } of changes) {
    if (!breaks || mayBreak) continue;
    const message = `Field ${nameOfField(path)} ${says}: kro refuses such a change of the CRD, and goes on with the new graph.`;
    const help = `Make another kind, or set its annotation "${allowed}" to "true" when no instance is hurt.`;
    report({ code: 'kro/breaking-change', path: ['spec', 'schema', ...path], message, help });
  }
  const isSeen =
    changes.length > 0 ||
    JSON.stringify(old.spec.names) !== JSON.stringify(now.spec.names) ||
    JSON.stringify(before.additionalPrinterColumns) !== JSON.stringify(after.additionalPrinterColumns);
  if (isSeen) return changes;
  for (const { path, says } of unseenChanges(left, right)) {
    const message = `Field ${nameOfField(path)}: ${says} changed, which kro does not see: the CRD stays as it was.`;
    report({
      code: 'kro/unseen-change',
      path: ['spec', 'schema', ...path],
      message,
      help: 'Change a description along with it.',
    });
  }
  if (JSON.stringify(old.metadata) !== JSON.stringify(now.metadata)) {
    const message = 'Labels or annotations of the CRD changed, which kro does not see: the CRD stays as it was.';
    const help = 'Change a description along with it.';
    report({ code: 'kro/unseen-change', path: ['spec', 'schema', 'metadata'], message, help });
  }
  return changes;
}
