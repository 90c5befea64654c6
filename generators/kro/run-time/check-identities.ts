import { nameRule } from '../../kube/object-names.ts';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import { isMap } from '../../util/plain-map.ts';
import { type Context, nameField } from '../context.ts';
import { extractExpressions } from '../expressions/extract-expressions.ts';
import { schemaAt } from '../template/field-schemas.ts';
import { isCrd, type ResolvedResource } from '../template/resolve-resource.ts';

/** Names of objects: whether instances share them, whether two resources do, and whether they can be too long. */
export function checkIdentities(
  { graph, report }: Context,
  resources: readonly ResolvedResource[],
  spec: RawSchema,
): void {
  const first = new Map<string, ResolvedResource>();
  for (const one of resources) {
    const { resource, object, path, kind } = one;
    const metadata = isMap(object['metadata']) ? object['metadata'] : {};
    const { name, namespace } = metadata;
    if (resource.template === undefined || typeof name !== 'string' || name === '') continue;
    if ([object['apiVersion'], object['kind']].some((one) => typeof one !== 'string')) continue;
    // Text that was meant as an expression; it is told of.
    if (extractExpressions(name).unclosed !== undefined) continue;
    const spot = { path: [...path, 'metadata', 'name'] };
    const label = nameField(resource, ['metadata', 'name']);

    const { embedded } = extractExpressions(name);
    checkBounds(name, object, spec, (code, says) => report({ ...spot, code, message: `${label}: ${says}` }));
    const identity = JSON.stringify([object['apiVersion'], object['kind'], namespace ?? null, name]);
    const before = first.get(identity);
    // Collections may be empty in turn.
    if (resource.forEach.length > 0) continue;
    if (before === undefined) first.set(identity, one);
    else if (before.resource.includeWhen.length === 0 || resource.includeWhen.length === 0) {
      const notes = [{ message: 'the other one', spot: { path: [...before.path, 'metadata', 'name'] } }];
      const message = `Resources "${before.resource.id}" and "${resource.id}" make the same object, ${String(object['kind'])} "${name}".`;
      report({ ...spot, code: 'kro/same-object', message, notes });
    }

    const inNamespace = typeof namespace === 'string' && extractExpressions(namespace).embedded.length > 0;
    const isShared = graph.head.scope === 'Cluster' || kind?.scope === 'Cluster' || namespace !== undefined;
    // The name of a CRD follows from its kind.
    if (embedded.length === 0 && !inNamespace && kind !== undefined && !isCrd(object)) {
      const others = isShared ? 'all instances' : 'instances in one namespace';
      const message = `${label}: ${others} would share the ${String(object['kind'])} "${name}", and kro lets only one have it.`;
      report({ ...spot, code: 'kro/fixed-name', message, help: 'Put `${schema.metadata.name}` into the name.' });
    }
  }
}

type Refuse = (code: 'kro/name-length' | 'kro/name-letters', message: string) => void;

function checkBounds(
  name: string,
  { apiVersion, kind }: Readonly<Record<string, unknown>>,
  spec: RawSchema,
  refuse: Refuse,
): void {
  const group = String(apiVersion).includes('/') ? String(apiVersion).split('/')[0] : '';
  const rule = nameRule(group ?? '', String(kind));
  const { embedded } = extractExpressions(name);
  if (embedded.length === 0) return;
  const parts = embedded.map(({ expression }) => longestText(spec, expression));
  const literal = embedded.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), name);
  // A letter stands for each expression: what is wrong then is wrong in the text around them.
  const sample = embedded.reduceRight((text, { start, end }) => `${text.slice(0, start)}a${text.slice(end)}`, name);
  if (!rule.fits(sample)) {
    refuse(
      'kro/name-letters',
      `no text in the place of its expressions makes "${name}" a name, which is ${rule.says}.`,
    );
    return;
  }
  if (parts.some((part) => part === undefined)) return;
  const longest = literal.length + parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  if (!rule.fits('a'.repeat(longest))) {
    refuse('kro/name-length', `the name can have ${longest} characters; it is ${rule.says}.`);
  }
}

/** The most characters that a plain field of the spec can have, where its schema says. */
function longestText(spec: RawSchema, expression: string): number | undefined {
  const fields = /^\s*schema\.spec((?:\.\w+)+)\s*$/.exec(expression)?.[1]?.slice(1).split('.');
  const schema = fields && schemaAt(spec, fields);
  if (schema?.type !== 'string') return undefined;
  if (schema.enum !== undefined) return Math.max(...schema.enum.map((value) => String(value).length));
  return schema.maxLength;
}
