import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Addon } from '../../../addons/addon.ts';
import { identitiesOf } from '../../../addons/addon-parts.ts';
import { addonOptions } from '../../../addons/options-registry.ts';
import { addons } from '../../../addons/registry.ts';
import type { Spoke } from '../../../model/fleet.ts';
import { checkActions } from './check-actions.ts';
import { checkConditions } from './check-conditions.ts';
import { checkAnyResource, checkResources } from './check-resources.ts';
import { fillStatement } from './fill-statement.ts';
import { readIamActions } from './iam-actions.ts';
import { INLINE_POLICIES_SIZE, policySize } from './policy-document.ts';

const known = readIamActions(readFileSync(join(import.meta.dirname, '../../../../schemas/aws/iam.json'), 'utf8'));
const spoke = { name: 'blue', cloud: 'aws', region: 'eu-west-1' } as Spoke;
const facts = {
  ...{ spoke: 'blue', cluster: 'blue', environment: 'production', region: 'eu-west-1', account: '222222222222' },
  ...{ partition: 'aws', hub: 'hub', organisation: 'acme' },
};
const rules = [checkActions, checkResources, checkAnyResource, checkConditions];

const tried = Object.entries<Addon>(addons).flatMap(([name, addon]) =>
  (addon.examples ?? [{}]).map((options, index) => ({ name, addon, index, options })),
);

const longest = {
  ...{ spoke: 'b'.repeat(40), cluster: 'b'.repeat(100), environment: 'p'.repeat(40), region: 'ap-southeast-1' },
  ...{ account: '222222222222', partition: 'aws-us-gov', hub: 'h'.repeat(40), organisation: 'a'.repeat(40) },
};

function statementsOf({ name, addon, options }: (typeof tried)[number]) {
  const parsed = addonOptions[name]?.parse(options) as never;
  return identitiesOf({ name, addon, context: { spoke, options: parsed } }).map(({ statements = [] }) => statements);
}

// What a person would be told of statements of his own is nowhere in ours.
test.each(tried)('what $name with its example $index may do is what AWS has, and no more than it can name', (one) => {
  const problems = statementsOf(one)
    .flat()
    .flatMap((statement) => rules.flatMap((rule) => [...rule(fillStatement(statement, facts), known)]));
  expect(problems).toEqual([]);
});

// The longest names leave room for what people name in the options.
test.each(tried)('what $name with its example $index may do fills no more than three quarters of a role', (one) => {
  for (const statements of statementsOf(one))
    expect(policySize(statements.map((each) => fillStatement(each, longest)))).toBeLessThan(
      INLINE_POLICIES_SIZE * 0.75,
    );
});
