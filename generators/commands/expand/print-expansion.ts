import { type ExpandedObject, flatten } from '../../expand/expanded-object.ts';
import type { PlainMap } from '../../util/plain-map.ts';
import { table } from '../../yaml/format-text.ts';
import { printManifest } from '../../yaml/print-yaml.ts';

/** The tree, one object per line. */
export function printTree(root: ExpandedObject): string {
  const lines: string[] = [];
  const add = (one: ExpandedObject, depth: number): void => {
    const indent = '  '.repeat(depth);
    const wave = one.wave === undefined || one.wave === 0 ? '' : `wave ${one.wave}: `;
    const facts = [
      one.closed,
      one.cluster === root.cluster ? undefined : `on ${one.cluster}`,
      one.when === undefined ? undefined : `if ${one.when}`,
      one.forEach === undefined ? undefined : `for each of ${one.forEach}`,
    ].filter((fact) => fact !== undefined);
    lines.push(`${indent}${wave}${nameOf(one.object)}${facts.length > 0 ? `  (${facts.join('; ')})` : ''}`);
    for (const note of one.notes) lines.push(`${indent}  ${note}`);
    for (const child of one.children) add(child, depth + 1);
  };
  add(root, 0);
  const all = flatten([root]);
  return `${lines.join('\n')}\n\n${all.length} objects\n`;
}

/** The objects themselves, parents first, each after a line that says where it comes from. */
export function printObjects(objects: readonly ExpandedObject[]): string {
  return objects.map((one) => `# ${originOf(one)}\n${printManifest(one.object)}`).join('---\n');
}

/** Cloud resources, in the order in which they are asked for. */
export function printCloud(objects: readonly ExpandedObject[]): string {
  if (objects.length === 0) return 'no cloud resources\n';
  const rows = objects.map(({ object, resource = '' }) => [String(object['kind']), metadataOf(object).name, resource]);
  const counts = new Map<string, number>();
  for (const [kind = ''] of rows) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const sums = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([kind, n]) => `${n} ${kind}`);
  return `${table([['KIND', 'NAME', 'RESOURCE'], ...rows], '')}\n\n${objects.length} cloud resources: ${sums.join(', ')}\n`;
}

function originOf({ application, cluster, wave, resource, when, forEach }: ExpandedObject): string {
  const by =
    resource === undefined
      ? `synced by ${application}`
      : `made by kro, resource ${resource}, of what ${application} syncs`;
  const facts = [
    by,
    `on ${cluster}`,
    wave === undefined ? undefined : `wave ${wave}`,
    when === undefined ? undefined : `if ${when}`,
    forEach === undefined ? undefined : `for each of ${forEach}`,
  ];
  return facts.filter((fact) => fact !== undefined).join(', ');
}

function nameOf(object: PlainMap): string {
  const { name, namespace } = metadataOf(object);
  return `${String(object['kind'])} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

function metadataOf(object: PlainMap): { readonly name: string; readonly namespace?: string } {
  return object['metadata'] as { readonly name: string; readonly namespace?: string };
}
