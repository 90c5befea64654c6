import type { CatalogueEntry, ExampleFiles } from '../../diagnostics/catalogue.ts';
import { changeRules } from './change-rules.ts';
import { crdRules } from './crd-rules.ts';
import { exampleGraph } from './example-graph.ts';
import { expressionRules } from './expression-rules.ts';
import { fileRules } from './file-rules.ts';
import { namingRules } from './naming-rules.ts';
import { resourceRules } from './resource-rules.ts';
import type { Rule } from './rule.ts';
import { runTimeRules } from './run-time-rules.ts';
import { schemaRules } from './schema-rules.ts';
import { statusRules } from './status-rules.ts';
import { templateRules } from './template-rules.ts';
import { waitingRules } from './waiting-rules.ts';

const all = {
  ...fileRules,
  ...namingRules,
  ...resourceRules,
  ...schemaRules,
  ...templateRules,
  ...expressionRules,
  ...statusRules,
  ...crdRules,
  ...runTimeRules,
  ...waitingRules,
  ...changeRules,
};

export type RuleCode = keyof typeof all;

/** Every rule for ResourceGraphDefinitions, by code. */
export const rules: Readonly<Record<RuleCode, Rule>> = all;

/** What is said of an instance, by whoever holds it against the CRD of its graph; `kro/instance`. */
export const instanceRule = {
  severity: 'error',
  summary: 'An instance fits the CRD that kro makes of its graph.',
  details:
    'The API server refuses what has a wrong type or lacks what is required, and drops a field that it does not know without a word.',
  good: instanceExample('name: shop'),
  bad: instanceExample('nam: shop'),
} as const satisfies CatalogueEntry;

function instanceExample(spec: string): ExampleFiles {
  const instance = `apiVersion: kro.run/v1alpha1\nkind: Example\nmetadata: {name: shop}\nspec: {${spec}}\n`;
  return { 'graph.yaml': exampleGraph({}), 'instance.yaml': instance, $: 'wheelwright lint graph.yaml instance.yaml' };
}
