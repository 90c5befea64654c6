import { isLabelKey, isLabelValue, nameRule } from '../../kube/object-names.ts';
import type { Path } from '../../source/path.ts';
import type { Context } from '../context.ts';
import type { RuleCode } from '../rules/rules.ts';
import { checkCrdSchema } from './check-crd-schema.ts';
import { checkRuleCosts } from './check-rule-costs.ts';
import type { GeneratedCrd } from './generate-crd.ts';

const label = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const longest = 63;
const columnTypes = ['boolean', 'date', 'integer', 'number', 'string'];
const columnFormats = ['int32', 'int64', 'float', 'double', 'byte', 'date', 'date-time', 'password'];

const approval = 'api-approved.kubernetes.io';

/** What the API server says of the CRD that kro makes of a graph. https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/ */
export function checkCrd({ graph, report }: Context, crd: GeneratedCrd): void {
  const { head } = graph;
  const refuse = (code: RuleCode, path: Path, message: string): void =>
    report({ code, path: ['spec', 'schema', ...path], message });
  const { plural, singular } = crd.spec.names;
  const { fits } = nameRule('apiextensions.k8s.io', 'CustomResourceDefinition');

  const protectedGroup = /(^|\.)(k8s|kubernetes)\.io$/.test(head.group);
  if (!fits(head.group) || !head.group.includes('.')) {
    refuse('kro/group-name', ['group'], `The group "${head.group}" is no lower-case domain, such as "example.com".`);
  } else if (protectedGroup && !head.annotations[approval]) {
    refuse(
      'kro/group-name',
      ['group'],
      `The group "${head.group}" is kept for Kubernetes itself; it needs the annotation "${approval}".`,
    );
  }
  if (/^[A-Z]/.test(head.kind) && (!label.test(plural) || !label.test(singular) || plural.length > longest)) {
    refuse(
      'kro/kind-plural',
      ['kind'],
      `kro calls the kind "${head.kind}" "${plural}" in the plural, which is no name of a resource.`,
    );
  }
  for (const [index, { name, type, format, jsonPath }] of head.printerColumns.entries()) {
    const at = ['additionalPrinterColumns', index];
    const about = `Printer column "${name}"`;
    if (name === '') refuse('kro/printer-column', at, 'A printer column has the name "".');
    if (!columnTypes.includes(type)) {
      refuse(
        'kro/printer-column',
        [...at, 'type'],
        `${about}: the type "${type}" is none of ${columnTypes.join(', ')}.`,
      );
    }
    if (typeof format === 'string' && format !== '' && !columnFormats.includes(format)) {
      refuse(
        'kro/printer-column',
        [...at, 'format'],
        `${about}: the format "${format}" is none of ${columnFormats.join(', ')}.`,
      );
    }
    if (typeof jsonPath === 'string' && !jsonPath.startsWith('.')) {
      refuse('kro/printer-column', [...at, 'jsonPath'], `${about}: the path "${jsonPath}" does not begin with ".".`);
    }
  }
  for (const [key, value] of Object.entries(head.labels)) {
    if (!isLabelKey(key))
      refuse('kro/crd-metadata', ['metadata', 'labels', key], `"${key}" is not the key of a label.`);
    else if (!isLabelValue(value))
      refuse('kro/crd-metadata', ['metadata', 'labels', key], `"${value}" is not the value of a label.`);
  }
  for (const key of Object.keys(head.annotations)) {
    if (!isLabelKey(key.toLowerCase()))
      refuse('kro/crd-metadata', ['metadata', 'annotations', key], `"${key}" is not the key of an annotation.`);
  }
  const { properties } = crd.spec.versions[0].schema.openAPIV3Schema;
  if (properties?.['spec'] === undefined) return;
  checkCrdSchema(properties['spec'], report);
  checkRuleCosts(properties['spec'], report);
}
