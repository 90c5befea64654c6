import { identitiesOf } from '../../../../addons/addon-parts.ts';
import { enabledAddons } from '../../../../addons/enabled-addons.ts';
import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { fleetCheck } from '../../../../model/check.ts';
import { textFactsOf } from '../../../../model/text-facts.ts';
import { awsSpokes } from '../../aws-spoke.ts';
import { fillStatement } from '../../iam/fill-statement.ts';
import { INLINE_POLICIES_SIZE, policySize } from '../../iam/policy-document.ts';

const zones = Array.from({ length: 200 }, (_, index) => `t${index}.example.com: Z${String(index).padStart(20, '0')}`);
const spoke = (...lines: readonly string[]) => exampleSpoke('network: {cidr: 10.1.0.0/18}', ...lines);

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'What an add-on may do in AWS fits into its role.',
  details: `IAM takes ${INLINE_POLICIES_SIZE} characters of policies in a role, white space aside, and refuses more when the role is made.`,
  good: { 'config/spokes/green.yaml': spoke() },
  bad: { 'config/spokes/green.yaml': spoke('components: [two-hundred-zones]') },
  background: () => ({
    'config/components/two-hundred-zones.yaml': `versions: {addons: {certManager: 1.21.1}}
addons: {certManager: {letsEncrypt: {zones: {${zones.join(', ')}}}}}
`,
  }),
  *run(fleet) {
    for (const spoke of awsSpokes(fleet.spokes)) {
      for (const enabled of enabledAddons(spoke)) {
        for (const { statements = [] } of identitiesOf(enabled)) {
          if (statements.length === 0) continue;
          const facts = textFactsOf(spoke, fleet);
          const size = policySize(statements.map((one) => fillStatement(one, facts)));
          if (size <= INLINE_POLICIES_SIZE) continue;
          yield {
            message: `What the add-on "${enabled.name}" of spoke "${spoke.name}" may do has ${size} characters, and a role takes ${INLINE_POLICIES_SIZE}.`,
            at: spoke.locate(['addons', enabled.name], 'key'),
            help: 'Name fewer things that it may reach, or name them by what their names begin with.',
          };
        }
      }
    }
  },
});
