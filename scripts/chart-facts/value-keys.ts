import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ValueKeys, ValueType } from '../../generators/addons/chart-facts.ts';
import { isMap, type PlainMap } from '../../generators/util/plain-map.ts';
import { type ReadValue, readValues } from './read-values.ts';

interface Node {
  type?: ValueType;
  /** Handed on with all that is in it, so that any key may be. */
  isWhole: boolean;
  /** Its keys are asked for one by one. */
  isRead: boolean;
  readonly keys: Map<string, Node>;
}

const newNode = (): Node => ({ isWhole: false, isRead: false, keys: new Map() });

/** What a chart and its subcharts have in values.yaml, and what their templates read. */
export function valueKeys(dir: string): ValueKeys {
  const root = newNode();
  addChart(dir, root, root);
  // Helm takes it for every chart.
  at(root, ['global']).type ??= 'map';
  return keysOf(root);
}

/** `own` is where its values stand in those of the chart that is installed. */
function addChart(dir: string, own: Node, root: Node): void {
  const { dependencies = [] } = readYaml(join(dir, 'Chart.yaml')) as { dependencies?: readonly Dependency[] };
  for (const { name, alias = name, condition = '' } of dependencies) {
    const folder = join(dir, 'charts', name);
    const node = at(own, [alias]);
    if (existsSync(folder)) addChart(folder, node, root);
    // Nobody knows what it takes.
    else Object.assign(node, { type: 'map', isWhole: true });
    node.isRead = true;
    for (const path of condition.split(',').filter((one) => one !== '')) note(own, path.split('.'), false);
  }
  addDefaults(own, readYaml(join(dir, 'values.yaml')));
  for (const { path, isWhole } of templatesOf(dir)) note(path[0] === 'global' ? root : own, path, isWhole);
}

interface Dependency {
  readonly name: string;
  readonly alias?: string;
  readonly condition?: string;
}

function addDefaults(node: Node, values: unknown): void {
  node.type = typeOf(values);
  if (isMap(values)) for (const [key, value] of Object.entries(values)) addDefaults(at(node, [key]), value);
}

function note(from: Node, path: readonly string[], isWhole: boolean): void {
  let node = from;
  for (const key of path) {
    node.isRead = true;
    node = at(node, [key]);
  }
  node.isWhole ||= isWhole;
}

function at(from: Node, path: readonly string[]): Node {
  return path.reduce((node, key) => {
    const next = node.keys.get(key) ?? newNode();
    node.keys.set(key, next);
    return next;
  }, from);
}

function keysOf(node: Node): ValueKeys {
  const entries = [...node.keys].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([key, { type, isWhole, isRead, ...rest }]) => {
      const isClosed = isRead && !isWhole && rest.keys.size > 0;
      if (isClosed) return [key, keysOf({ isWhole, isRead, ...rest })];
      return [key, type ?? 'any'];
    }),
  );
}

function typeOf(value: unknown): ValueType {
  if (value === null || value === undefined) return 'any';
  if (Array.isArray(value)) return 'list';
  return typeof value === 'object' ? 'map' : (typeof value as 'string' | 'number' | 'boolean');
}

function templatesOf(dir: string): readonly ReadValue[] {
  const folder = join(dir, 'templates');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => readValues(readFileSync(join(entry.parentPath, entry.name), 'utf8')));
}

function readYaml(path: string): PlainMap {
  const value: unknown = existsSync(path) ? parse(readFileSync(path, 'utf8'), { logLevel: 'error' }) : {};
  return isMap(value) ? value : {};
}
