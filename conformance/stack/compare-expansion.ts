import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import argocd from '../../generators/delivery/argocd/index.ts';
import { vendoredKinds } from '../../generators/disk/vendored-kinds.ts';
import { expandSpoke } from '../../generators/expand/expand-spoke.ts';
import { type ExpandedObject, flatten } from '../../generators/expand/expanded-object.ts';
import type { Kube } from './kube.ts';
import { type Fields, type KubeObject, nameOf } from './kube-objects.ts';

/** What `wheelwright expand` says that kro makes for a spoke, of the files below `root/out`. */
export function expandedByKro(root: string, hub: string, spoke: string): readonly KubeObject[] {
  const files = new Map(
    readdirSync(join(root, 'out'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(root.length).replace(/^\//, ''), readFileSync(path, 'utf8')] as const),
  );
  const units = argocd.deliver(files).filter((unit) => unit.hub === hub);
  const expanded = expandSpoke(spoke, units, vendoredKinds());
  return flatten(expanded ? [expanded] : [])
    .filter(({ resource }: ExpandedObject) => resource !== undefined)
    .map(({ object }) => object as unknown as KubeObject);
}

/** What the cloud says stands in an expanded object as text between these. */
const isOpen = (value: unknown) => typeof value === 'string' && value.includes('‹');

/** Where an object of the cluster differs from what was expanded; more fields, such as defaults and status, it may have. */
export async function differencesFrom(hub: Kube, expanded: readonly KubeObject[]): Promise<readonly string[]> {
  const differences: string[] = [];
  for (const object of expanded) {
    const { apiVersion, kind, metadata } = object;
    const { name, namespace } = metadata;
    if (isOpen(name)) continue;
    const there = await hub.get({ apiVersion, kind, name, ...(namespace !== undefined && { namespace }) });
    if (there === undefined) differences.push(`${nameOf(object)} is not there`);
    else differences.push(...compare(asStored(object), there, nameOf(object)));
  }
  return differences;
}

/** The API server turns texts of a Secret into its data. */
function asStored({ stringData, ...object }: KubeObject): Fields {
  if (stringData === undefined) return object;
  const data = Object.entries(stringData as Readonly<Record<string, string>>).flatMap(([key, text]) =>
    isOpen(text) ? [] : [[key, Buffer.from(text).toString('base64')]],
  );
  return { ...object, data: Object.fromEntries(data) };
}

function compare(expected: unknown, actual: unknown, at: string): readonly string[] {
  if (isOpen(expected)) return [];
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [describe(expected, actual, at)];
    return expected.flatMap((item, index) => compare(item, actual[index], `${at}[${index}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    const fields = (actual ?? {}) as Fields;
    return Object.entries(expected).flatMap(([key, value]) => compare(value, fields[key], `${at}.${key}`));
  }
  return expected === actual ? [] : [describe(expected, actual, at)];
}

const describe = (expected: unknown, actual: unknown, at: string) =>
  `${at}: is ${JSON.stringify(actual)}, should be ${JSON.stringify(expected)}`;
