import { fleetCheck } from '../../../../model/check.ts';
import { statementProblems } from '../../iam/asked-identities.ts';
import { checkConditions } from '../../iam/check-conditions.ts';
import { exampleIdentity } from '../../iam/example-identity.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A condition of a statement has an operator of IAM and a key that its actions know.',
  details: 'A key that a call does not have is a condition that is never met, or always.',
  good: exampleIdentity(
    '{actions: ["s3:ListBucket"], resources: ["arn:aws:s3:::shop"], conditions: {StringLike: {"s3:prefix": "a/*"}}}',
  ),
  bad: exampleIdentity(
    '{actions: ["s3:ListBucket"], resources: ["arn:aws:s3:::shop"], conditions: {StringLike: {"s3:prefx": "a/*"}}}',
  ),
  run: (fleet) => statementProblems(checkConditions, fleet),
});
