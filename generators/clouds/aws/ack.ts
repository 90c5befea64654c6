import { celList, celString, celTemplate } from '../../kro/cel-text.ts';
import { objectOf, type RgdResource } from '../../model/rgd.ts';

/** The ACK service of a kind (`ec2`), or undefined where another controller owns it. */
export function ackService(apiVersion: string): string | undefined {
  return /^([a-z0-9-]+)\.services\.k8s\.aws\//.exec(apiVersion)?.[1];
}

interface TagShape {
  /** Names of the two fields of a tag, where tags are a list; they are a map otherwise. */
  readonly pair?: readonly [key: string, value: string];
  /** The console shows this service's objects by their tag `Name`. */
  readonly named?: boolean;
  readonly untagged?: readonly string[];
}

const tagShapes: Readonly<Record<string, TagShape>> = {
  ec2: { pair: ['key', 'value'], named: true },
  iam: { pair: ['key', 'value'] },
  kms: { pair: ['tagKey', 'tagValue'], named: true, untagged: ['Alias'] },
  eks: {},
  cloudwatchlogs: {},
};

/** The value of `spec.tags`, or undefined for a kind that has none. */
export function tagsOf(resource: RgdResource): string | undefined {
  const object = objectOf(resource);
  const shape = tagShapes[ackService(object.apiVersion) ?? ''];
  if (shape === undefined) throw new Error(`no tag shape for ${object.apiVersion} ${object.kind}`);
  if (shape.untagged?.includes(object.kind)) return undefined;
  const own: (readonly [name: string, cel: string])[] = [];
  if (shape.named) own.push(['Name', celTemplate(object.metadata.name)]);
  for (const [k, v] of Object.entries(resource.tags ?? {})) own.push([k, celTemplate(v)]);
  if (shape.pair === undefined) {
    const merged = own.map(([k, v]) => `${celString(k)}: ${v}`).join(', ');
    return own.length === 0 ? '${schema.spec.tags}' : `\${schema.spec.tags.merge({${merged}})}`;
  }
  const [key, value] = shape.pair;
  const pair = (k: string, v: string) => `{${celString(key)}: ${k}, ${celString(value)}: ${v}}`;
  // Maps have no order in CEL, and another order would be another spec.
  const given = `schema.spec.tags.map(k, k).filter(k, !(k in ${celList(own.map(([k]) => celString(k)))})).sort().map(k, ${pair('k', 'schema.spec.tags[k]')})`;
  if (own.length === 0) return `\${schema.spec.tags.map(k, k).sort().map(k, ${pair('k', 'schema.spec.tags[k]')})}`;
  return `\${${celList(own.map(([k, v]) => pair(celString(k), v)))} + ${given}}`;
}
