import { sortedEntries, sortedKeys } from '../../util/code-point-order.ts';
import { plainHash } from '../../util/hash.ts';
import type { OpenMap } from '../../util/plain-map.ts';
import type { ConfigMapArguments, GeneratorOptions } from './kustomization-fields.ts';
import { idOf, metadataOf, newResource, type Resource, rememberId } from './resource.ts';

export type Generated =
  | { readonly resource: Resource }
  | { readonly fault: string; readonly field: 'name' | 'literals' | 'files' | 'envs' };

/** The text of a file that a field of the entry names. */
type Read = (path: string, field: 'files' | 'envs') => string | undefined;
type Pair = readonly [key: string, value: string];

const validKey = /^[-._a-zA-Z0-9]{1,253}$/;

/** The ConfigMap of one entry of `configMapGenerator`. */
export function generateConfigMap(
  entry: ConfigMapArguments,
  common: GeneratorOptions | undefined,
  read: Read,
): Generated {
  const data: Record<string, string> = {};
  for (const field of ['envs', 'literals', 'files'] as const) {
    for (const source of entry[field] ?? []) {
      const pairs =
        field === 'literals' ? literal(source) : field === 'files' ? file(source, read) : envFile(source, read);
      if (typeof pairs === 'string') return { fault: pairs, field };
      for (const [key, value] of pairs) {
        if (!validKey.test(key)) return { fault: `"${key}" cannot be a key of a ConfigMap`, field };
        if (Object.hasOwn(data, key)) return { fault: `the key "${key}" is given twice`, field };
        data[key] = value;
      }
    }
  }
  const options = { ...common, ...entry.options };
  const labels = { ...common?.labels, ...entry.options?.labels };
  const annotations = { ...common?.annotations, ...entry.options?.annotations };
  const metadata: OpenMap = { name: entry.name };
  if (entry.namespace !== undefined) metadata['namespace'] = entry.namespace;
  if (sortedKeys(labels).length > 0) metadata['labels'] = labels;
  if (sortedKeys(annotations).length > 0) metadata['annotations'] = annotations;
  const object: OpenMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata };
  if (sortedKeys(data).length > 0) object['data'] = Object.fromEntries(sortedEntries(data));
  if (options.immutable === true) object['immutable'] = true;
  return { resource: newResource(object, options.disableNameSuffixHash !== true) };
}

function literal(source: string): readonly Pair[] | string {
  const at = source.indexOf('=');
  if (at < 1) return `"${source}" is not of the form key=value`;
  return [[source.slice(0, at), unquote(source.slice(at + 1))]];
}

function unquote(value: string): string {
  const quoted = value.length > 1 && value[0] === value.at(-1) && (value[0] === '"' || value[0] === "'");
  return quoted ? value.slice(1, -1) : value;
}

function file(source: string, read: Read): readonly Pair[] | string {
  const parts = source.split('=');
  const [first = '', path = first] = parts;
  if (parts.length > 2 || first === '' || path === '') return `"${source}" is neither a file nor of the form key=file`;
  const content = read(path, 'files');
  return content === undefined
    ? `there is no file "${path}"`
    : [[parts.length === 1 ? (path.split('/').at(-1) as string) : first, content]];
}

function envFile(source: string, read: Read): readonly Pair[] | string {
  const content = read(source, 'envs');
  if (content === undefined) return `there is no file "${source}"`;
  const pairs: Pair[] = [];
  for (const line of content.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const text = line.trimStart();
    if (text === '' || text.startsWith('#')) continue;
    const at = text.indexOf('=');
    if (at === -1)
      return `"${text}" in "${source}" would take its value from the environment of whoever runs kustomize`;
    pairs.push([text.slice(0, at), text.slice(at + 1)]);
  }
  return pairs;
}

/** Go escapes in JSON what browsers might take for markup, and two line separators. */
const escaped: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};
/** The first ten hexadecimal digits, none of which can then read as a vowel or as another digit. */
const alphabet: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };

/** Appends a hash of the content to the name, so that what uses it is rolled when the content changes. Kustomize leaves the name out of it. */
export function appendHash(resource: Resource): void {
  const { data, binaryData } = resource.object;
  const { name } = idOf(resource);
  const content = {
    ...(binaryData === undefined ? {} : { binaryData }),
    data: sorted(data) ?? '',
    kind: 'ConfigMap',
    name: '',
  };
  const json = JSON.stringify(content).replace(/[<>&\u2028\u2029]/g, (character) => escaped[character] as string);
  const suffix = [...plainHash(json).slice(0, 10)].map((digit) => alphabet[digit] ?? digit).join('');
  metadataOf(resource)['name'] = `${name}-${suffix}`;
  rememberId(resource);
}

function sorted(data: unknown): Readonly<Record<string, unknown>> | undefined {
  return data === undefined ? undefined : Object.fromEntries(sortedEntries(data as Record<string, unknown>));
}
