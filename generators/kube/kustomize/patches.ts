import type { ForeignPatterns } from '../../schema/structural/foreign-patterns.ts';
import { valueAt } from '../../source/path.ts';
import { isOpenMap, type OpenMap } from '../../util/plain-map.ts';
import { applyOperation, type PatchOperation, pointerPath } from '../json-patch.ts';
import type { KustomizePatch } from './kustomization-fields.ts';
import type { ParsedPatch } from './parse-patch.ts';
import { wholeMatch } from './pattern.ts';
import { copyOf, groupOf, idOf, kindOf, missingIdentity, type Resource, rememberId, versionOf } from './resource.ts';
import { mergeStrategically } from './strategic-merge.ts';

type Target = NonNullable<KustomizePatch['target']>;
type Selector = (resource: Resource) => boolean;

/** `unpredicted`: kustomize may well do it, but it is not imitated. */
export type PatchResult = 'applied' | { readonly fault: string } | { readonly unpredicted: string };

/** Applies one entry of `patches`, which has been parsed; objects that a patch deletes leave the list. */
export function applyPatch(
  resources: Resource[],
  { target }: KustomizePatch,
  patch: ParsedPatch,
  patterns: ForeignPatterns,
): PatchResult {
  for (const pattern of Object.values(target ?? {})) {
    if (wholeMatch(patterns, pattern).test('') === undefined)
      return { fault: `"${pattern}" is no regular expression of Go, or takes too long to try` };
  }
  const selected: Selector | undefined = target && ((resource) => selects(patterns, target, resource));
  if ('fault' in patch) return patch;
  return 'operations' in patch
    ? applyOperations(resources, selected, patch.operations)
    : mergePatches(resources, selected, patch.merge);
}

function applyOperations(
  resources: readonly Resource[],
  selected: Selector | undefined,
  operations: readonly unknown[],
): PatchResult {
  if (selected === undefined) return { fault: 'a JSON patch needs a `target`' };
  for (const resource of resources.filter(selected)) {
    let document: unknown = resource.object;
    for (const operation of operations) {
      if (!isOpenMap(operation) || typeof operation['path'] !== 'string')
        return { fault: 'a JSON patch is a list of operations with `op` and `path`' };
      if (!['add', 'replace', 'remove'].includes(String(operation['op'])))
        return { unpredicted: `the operation "${String(operation['op'])}"` };
      const result = applyOperation(document, lenient(document, copyOf(operation) as unknown as PatchOperation));
      if ('fault' in result) return { fault: `${kindOf(resource)} "${idOf(resource).name}": ${result.fault}` };
      document = result.document;
    }
    const missing = missingIdentity(document);
    if (missing !== undefined)
      return { fault: `it would leave ${kindOf(resource)} "${idOf(resource).name}" without \`${missing}\`` };
    replaceContent(resource.object, document as OpenMap);
    rememberId(resource);
  }
  return 'applied';
}

/** Kustomize lets `replace` add what a map does not have yet. */
function lenient(document: unknown, operation: PatchOperation): PatchOperation {
  if (operation.op !== 'replace') return operation;
  const parent = valueAt(document, pointerPath(document, operation.path).slice(0, -1));
  return isOpenMap(parent) ? { ...operation, op: 'add' } : operation;
}

function replaceContent(object: OpenMap, content: OpenMap): void {
  for (const field of Object.keys(object)) if (!Object.hasOwn(content, field)) delete object[field];
  Object.assign(object, content);
}

function mergePatches(
  resources: Resource[],
  isSelected: Selector | undefined,
  patches: readonly unknown[],
): PatchResult {
  if (isSelected !== undefined && patches.length > 1)
    return { fault: 'a strategic merge patch with a `target` is one document' };
  for (const patch of patches) {
    if (!isOpenMap(patch) || !isOpenMap(patch['metadata']))
      return { fault: 'a strategic merge patch needs `apiVersion`, `kind` and `metadata.name`' };
    const selected = resources.filter(isSelected ?? ((resource) => isTarget(patch, resource)));
    if (isSelected === undefined && selected.length !== 1) {
      const name = `${String(patch['kind'])} "${String(patch['metadata']['name'])}"`;
      return { fault: selected.length === 0 ? `there is no ${name}` : `there are several of ${name}` };
    }
    for (const resource of selected) {
      if (!mergeStrategically(resource.object, copyOf(patch))) resources.splice(resources.indexOf(resource), 1);
    }
  }
  return 'applied';
}

/** Whether a patch without a target is for the object: it may go by any name that the object has had. */
function isTarget(patch: OpenMap, resource: Resource): boolean {
  const { name, namespace } = patch['metadata'] as OpenMap;
  if (patch['apiVersion'] !== resource.object['apiVersion'] || patch['kind'] !== kindOf(resource)) return false;
  const target = namespace === undefined || namespace === '' ? 'default' : namespace;
  return resource.ids.some((id) => id.name === name && id.namespace === target);
}

function selects(patterns: ForeignPatterns, target: Target, resource: Resource): boolean {
  const matches = (pattern: string | undefined, ...values: readonly (string | undefined)[]): boolean =>
    pattern === undefined ||
    pattern === '' ||
    values.some((value) => value !== undefined && wholeMatch(patterns, pattern).test(value) === true);
  const [original] = resource.ids;
  const current = idOf(resource);
  return (
    matches(target.group, groupOf(resource)) &&
    matches(target.version, versionOf(resource)) &&
    matches(target.kind, kindOf(resource)) &&
    matches(target.name, original?.name, current.name) &&
    matches(target.namespace, original?.namespace, current.namespace)
  );
}
