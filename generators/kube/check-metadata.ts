import { templateText } from '../schema/structural/template-text.ts';
import { nameValue, report, type Walk } from '../schema/structural/violation.ts';
import type { Path } from '../source/path.ts';
import { isMap, type PlainMap } from '../util/plain-map.ts';
import type { KindSchema } from './kinds.ts';
import { isLabelKey, isLabelValue, nameRule, namespaceRule } from './object-names.ts';

const keySays = 'a name of at most 63 letters, digits, "-", "_" and ".", alone or after a DNS name and "/"';
/** Bytes of all keys and values together. */
const longestAnnotations = 256 * 1024;
/** No character of a string takes more bytes in UTF-8 than this times its UTF-16 units. */
const mostBytesPerUnit = 3;

/** What an API server asks of an object's name, namespace, labels and annotations beyond their types. */
export function checkMetadata(metadata: PlainMap, kind: KindSchema, namespaceOptional: boolean, walk: Walk): void {
  checkName(metadata, kind, walk);
  checkNamespace(metadata, kind, namespaceOptional, walk);
  if (isMap(metadata['labels'])) checkLabels(metadata['labels'], walk);
  if (isMap(metadata['annotations'])) checkAnnotations(metadata['annotations'], walk);
  if (Array.isArray(metadata['finalizers'])) checkFinalizers(metadata['finalizers'], walk);
}

function checkName({ name, generateName }: PlainMap, { group, kind }: KindSchema, walk: Walk): void {
  if (typeof name !== 'string' || name === '') {
    if (name === undefined || name === null || name === '') {
      if (typeof generateName !== 'string' || generateName === '') report(walk, 'Required field "name" is missing.');
    }
    return;
  }
  if (walk.templates && templateText(name) !== 'none') return;
  const rule = nameRule(group, kind);
  if (!rule.fits(name))
    reportUnder(walk, ['name'], `${nameValue(name)} cannot name this ${kind}; a name is ${rule.says}.`);
}

function checkNamespace({ namespace }: PlainMap, { scope, kind }: KindSchema, optional: boolean, walk: Walk): void {
  const given = namespace !== undefined && namespace !== null && namespace !== '';
  if (scope === 'Cluster' && given) {
    reportUnder(
      walk,
      ['namespace'],
      `The namespace ${nameValue(namespace)} has no place here; kind ${kind} belongs to the whole cluster.`,
    );
  }
  if (scope === 'Namespaced' && !given && !optional)
    report(walk, `Required field "namespace" is missing; kind ${kind} lives in a namespace.`);
  if (
    scope === 'Cluster' ||
    typeof namespace !== 'string' ||
    !given ||
    (walk.templates && templateText(namespace) !== 'none')
  )
    return;
  if (!namespaceRule.fits(namespace))
    reportUnder(
      walk,
      ['namespace'],
      `${nameValue(namespace)} is not the name of a namespace, which is ${namespaceRule.says}.`,
    );
}

function checkLabels(labels: PlainMap, walk: Walk): void {
  for (const key of Object.keys(labels)) {
    const value = labels[key];
    if (!isLabelKey(key)) reportKey(walk, 'labels', key);
    if (typeof value !== 'string' || isLabelValue(value) || (walk.templates && templateText(value) !== 'none'))
      continue;
    const says = 'at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends';
    reportUnder(walk, ['labels', key], `${nameValue(value)} is not the value of a label, which is ${says}.`);
  }
}

function checkFinalizers(finalizers: readonly unknown[], walk: Walk): void {
  for (const [i, name] of finalizers.entries()) {
    if (typeof name !== 'string' || isLabelKey(name)) continue;
    reportUnder(walk, ['finalizers', i], `${nameValue(name)} is not the name of a finalizer, which is ${keySays}.`);
  }
}

function checkAnnotations(annotations: PlainMap, walk: Walk): void {
  let units = 0;
  for (const key of Object.keys(annotations)) {
    const value = annotations[key];
    if (!isLabelKey(key.toLowerCase())) reportKey(walk, 'annotations', key);
    units += key.length + (typeof value === 'string' ? value.length : 0);
  }
  if (units * mostBytesPerUnit <= longestAnnotations) return;
  const bytes = countBytes(annotations);
  if (bytes > longestAnnotations) {
    reportUnder(
      walk,
      ['annotations'],
      `The annotations take ${bytes} bytes; at most ${longestAnnotations} are allowed.`,
    );
  }
}

function countBytes(annotations: PlainMap): number {
  const encoder = new TextEncoder();
  const texts = Object.entries(annotations).flatMap(([key, value]) => [key, String(value ?? '')]);
  return texts.reduce((sum, text) => sum + encoder.encode(text).length, 0);
}

function reportKey(walk: Walk, field: string, key: string): void {
  reportUnder(walk, [field, key], `${nameValue(key)} is not a key of ${field}, which is ${keySays}.`);
}

function reportUnder(walk: Walk, path: Path, message: string): void {
  walk.violations.push({ path: [...walk.path, ...path], message });
}
