import { isMap, type PlainMap } from '../util/plain-map.ts';
import { printNumber, printString, printText } from './yaml-scalar.ts';

/** YAML readers refuse an implicit key longer than 1024 characters. */
const longestKey = 1000;
const step = '  ';

/**
 * Plain data (what JSON can say) as YAML in block style that every 1.1 and 1.2 reader reads back equal; keys stand in the order given.
 * Entries of a map that are undefined are left out. Throws for functions, symbols, bigints, NaN and infinities.
 */
export function printYaml(value: unknown): string {
  if (isFilled(value)) return Array.isArray(value) ? printList(value, '', '') : printMap(value, '', '');
  return `${printLeaf(value, '')}\n`;
}

/** As `printYaml`, in the order in which people read manifests: apiVersion, kind, metadata (name, namespace, labels, annotations), the rest as given. */
export function printManifest(manifest: PlainMap): string {
  const { apiVersion, kind, metadata, ...rest } = manifest;
  return printYaml({ apiVersion, kind, metadata: isMap(metadata) ? orderMetadata(metadata) : metadata, ...rest });
}

function orderMetadata(metadata: PlainMap): PlainMap {
  const { name, namespace, labels, annotations, ...rest } = metadata;
  return { name, namespace, labels, annotations, ...rest };
}

/** `first` stands before the first line, where that continues a line that is already begun (`- key: value`). */
function printMap(map: PlainMap, indent: string, first: string): string {
  let out = '';
  let lead = first;
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (value === undefined) continue;
    out += `${lead}${printKey(key, indent)}${printEntry(value, indent)}`;
    lead = indent;
  }
  return out;
}

function printKey(key: string, indent: string): string {
  const text = printString(key);
  return text.length > longestKey ? `? ${text}\n${indent}:` : `${text}:`;
}

function printEntry(value: unknown, indent: string): string {
  const inner = indent + step;
  if (!isFilled(value)) return ` ${printLeaf(value, inner)}\n`;
  return Array.isArray(value) ? `\n${printList(value, inner, inner)}` : `\n${printMap(value, inner, inner)}`;
}

function printList(list: readonly unknown[], indent: string, first: string): string {
  const inner = indent + step;
  let out = '';
  let lead = first;
  for (const item of list) {
    if (!isFilled(item)) out += `${lead}- ${printLeaf(item, inner)}\n`;
    else out += Array.isArray(item) ? printList(item, inner, `${lead}- `) : printMap(item, inner, `${lead}- `);
    lead = indent;
  }
  return out;
}

function printLeaf(value: unknown, indent: string): string {
  if (typeof value === 'string') return printText(value, indent);
  if (typeof value === 'number') return printNumber(value);
  if (typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return '[]';
  if (typeof value === 'object') return '{}';
  throw new TypeError(`a ${typeof value} has no place in a manifest`);
}

/** Maps and lists with at least one entry; whatever else fits on a line. */
function isFilled(value: unknown): value is PlainMap {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  for (const key in value) if ((value as PlainMap)[key] !== undefined) return true;
  return false;
}
