import { isLabelKey, isLabelValue } from '../../kube/object-names.ts';
import type { RawSchema } from '../../schema/structural/structural-schema.ts';
import type { Path } from '../../source/path.ts';
import { isMap, type PlainMap, sortOf } from '../../util/plain-map.ts';
import { type Context, nameField } from '../context.ts';
import { extractExpressions, standaloneExpression } from '../expressions/extract-expressions.ts';
import type { Resource } from '../graph/graph.ts';
import { walkTemplate } from './walk-template.ts';

const text: RawSchema = { type: 'string' };

const selectorSchema: RawSchema = {
  type: 'object',
  properties: {
    matchLabels: { type: 'object', additionalProperties: text },
    matchExpressions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['key', 'operator'],
        properties: { key: text, operator: text, values: { type: 'array', items: text } },
      },
    },
  },
};

const base = ['metadata', 'selector'];

/** An object that is only read: named, or picked by a selector. */
export function checkExternalRef({ report }: Context, resource: Resource): void {
  const { externalRef, path: resourcePath, forEach } = resource;
  if (externalRef === undefined) return;
  const path = [...resourcePath, 'externalRef'];
  if (forEach.length > 0) {
    const message = `Resource "${resource.id}" reads an object, so it can have no "forEach"; a selector reads several.`;
    report({ code: 'kro/external-for-each', path: [...resourcePath, 'forEach'], at: 'key', message });
  }
  const metadata = isMap(externalRef['metadata']) ? externalRef['metadata'] : {};
  const { name, selector = null } = metadata;
  // The API server asks for metadata first.
  if (!isMap(externalRef['metadata'])) return;
  const isNamed = typeof name === 'string' && name.trim() !== '';
  if (isNamed === (selector !== null)) {
    const says = isNamed ? 'both "name" and "selector"' : 'neither "name" nor "selector"';
    const message = `${nameField(resource, ['metadata'])} has ${says}; it needs one of them.`;
    report({ code: 'kro/external-name', path: [...path, 'metadata'], message });
  }
  if (selector === null) return;
  const refuse = (field: Path, message: string): void => {
    const label = nameField(resource, [...base, ...field]);
    report({ code: 'kro/selector', path: [...path, ...base, ...field], message: `${label}: ${message}.` });
  };
  if (isMap(selector)) {
    const { fields, problems } = walkTemplate(selector, selectorSchema);
    for (const problem of problems) refuse(problem.path, problem.message);
    // What an expression gives is judged when the objects are listed.
    if (fields.length === 0 && problems.length === 0) checkLiteral(selector, refuse);
  } else if (typeof selector !== 'string') refuse([], `${sortOf(selector)} is no label selector`);
  else {
    const extraction = extractExpressions(selector);
    if (extraction.nested !== undefined || standaloneExpression(selector, extraction) === undefined) {
      refuse([], `${JSON.stringify(selector)} is neither a label selector nor one expression that gives it`);
    }
  }
}

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors */
function checkLiteral(
  { matchLabels, matchExpressions }: PlainMap,
  refuse: (field: Path, message: string) => void,
): void {
  for (const [key, value] of Object.entries(isMap(matchLabels) ? matchLabels : {})) {
    if (!isLabelKey(key)) refuse(['matchLabels', key], `"${key}" is not the key of a label`);
    if (!isLabelValue(String(value ?? '')))
      refuse(['matchLabels', key], `"${String(value)}" is not the value of a label`);
  }
  for (const [index, rule] of (Array.isArray(matchExpressions) ? matchExpressions : []).entries()) {
    const at = ['matchExpressions', index];
    const { key, operator, values } = isMap(rule) ? rule : {};
    const listed = Array.isArray(values) ? values.map((value) => String(value ?? '')) : [];
    if (!isLabelKey(String(key ?? ''))) refuse([...at, 'key'], `"${String(key ?? '')}" is not the key of a label`);
    if (operator === 'In' || operator === 'NotIn') {
      if (listed.length === 0) refuse(at, `the operator "${operator}" needs values`);
    } else if (operator === 'Exists' || operator === 'DoesNotExist') {
      if (listed.length > 0) refuse([...at, 'values'], `the operator "${operator}" takes no values`);
    } else
      refuse([...at, 'operator'], `"${String(operator ?? '')}" is none of "In", "NotIn", "Exists" and "DoesNotExist"`);
    for (const value of listed)
      if (!isLabelValue(value)) refuse([...at, 'values'], `"${value}" is not the value of a label`);
  }
}
