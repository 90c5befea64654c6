import { fleetCheck } from '../../../../model/check.ts';
import { textFactsOf } from '../../../../model/text-facts.ts';
import { askedIdentities } from '../../iam/asked-identities.ts';
import { exampleIdentity } from '../../iam/example-identity.ts';
import { fillStatement } from '../../iam/fill-statement.ts';
import { INLINE_POLICIES_SIZE, policySize } from '../../iam/policy-document.ts';

const buckets = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `"arn:aws:s3:::a-bucket-with-a-long-name-that-has-the-number-${index}-and-more-words-to-read-before-its-end/*"`,
  ).join(', ');
const files = (count: number) => exampleIdentity(`{actions: ["s3:GetObject"], resources: [${buckets(count)}]}`);

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: `The statements of an identity have at most ${INLINE_POLICIES_SIZE} characters as IAM counts them.`,
  details: 'They stand in the role itself, and IAM takes no more there: facts filled in, white space aside.',
  good: files(2),
  bad: files(100),
  *run(fleet) {
    for (const { spoke, application, identity, path } of askedIdentities(fleet.spokes)) {
      const facts = textFactsOf(spoke, fleet);
      const size = policySize(identity.statements.map((statement) => fillStatement(statement, facts)));
      if (size <= INLINE_POLICIES_SIZE) continue;
      yield {
        message: `The statements of application "${application}" have ${size} characters, and IAM takes ${INLINE_POLICIES_SIZE}.`,
        at: spoke.locate([...path, 'statements']),
        help: 'Say more with wildcards, or name a policy of the account in `policies`.',
      };
    }
  },
});
