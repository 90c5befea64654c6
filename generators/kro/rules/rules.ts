import { crdRules } from './crd-rules.ts';
import { expressionRules } from './expression-rules.ts';
import { fileRules } from './file-rules.ts';
import { namingRules } from './naming-rules.ts';
import { resourceRules } from './resource-rules.ts';
import type { Rule } from './rule.ts';
import { schemaRules } from './schema-rules.ts';
import { statusRules } from './status-rules.ts';
import { templateRules } from './template-rules.ts';

const all = {
  ...fileRules,
  ...namingRules,
  ...resourceRules,
  ...schemaRules,
  ...templateRules,
  ...expressionRules,
  ...statusRules,
  ...crdRules,
};

export type RuleCode = keyof typeof all;

/** Every rule for ResourceGraphDefinitions, by code. */
export const rules: Readonly<Record<RuleCode, Rule>> = all;
