import { beyondRules } from './beyond-rules.ts';
import { changeRules } from './change-rules.ts';
import { crdRules } from './crd-rules.ts';
import { expressionRules } from './expression-rules.ts';
import { fileRules } from './file-rules.ts';
import { namingRules } from './naming-rules.ts';
import { resourceRules } from './resource-rules.ts';
import type { Rule } from './rule.ts';
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
  ...beyondRules,
  ...waitingRules,
  ...changeRules,
};

export type RuleCode = keyof typeof all;

/** Every rule for ResourceGraphDefinitions, by code. */
export const rules: Readonly<Record<RuleCode, Rule>> = all;

/** What is said of an instance, by whoever holds it against the CRD of its graph; `kro/instance`. */
export const instanceRule = {
  summary: 'An instance fits the CRD that kro makes of its graph.',
  details:
    'The API server refuses what has a wrong type or lacks what is required, and drops a field that it does not know without a word.',
} as const;
