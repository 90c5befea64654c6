import { fleetCheck } from '../../../../model/check.ts';
import { statementProblems } from '../../iam/asked-identities.ts';
import { checkActions } from '../../iam/check-actions.ts';
import { exampleIdentity } from '../../iam/example-identity.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'An action that an application asks for is one of AWS, and of IAM and STS each is named.',
  details:
    'AWS takes a policy with an action that it does not have, and allows nothing by it. Who may do everything in `iam`, `sts` or `organizations` may give himself everything else.',
  good: exampleIdentity('{actions: ["s3:GetObject"], resources: ["arn:aws:s3:::shop/*"]}'),
  bad: exampleIdentity('{actions: ["s3:GetObjekt"], resources: ["arn:aws:s3:::shop/*"]}'),
  run: (fleet) => statementProblems(checkActions, fleet),
});
