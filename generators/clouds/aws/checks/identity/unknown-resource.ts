import { fleetCheck } from '../../../../model/check.ts';
import { statementProblems } from '../../iam/asked-identities.ts';
import { checkResources } from '../../iam/check-resources.ts';
import { exampleIdentity } from '../../iam/example-identity.ts';

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A resource of a statement is one that its actions are about.',
  details:
    'AWS takes any ARN, and never allows what is about something else. An action that knows no resources is allowed by "*" alone.',
  good: exampleIdentity('{actions: ["s3:ListBucket"], resources: ["arn:aws:s3:::shop"]}'),
  bad: exampleIdentity('{actions: ["s3:ListBucket"], resources: ["arn:aws:sqs:eu-west-1:222222222222:shop"]}'),
  run: (fleet) => statementProblems(checkResources, fleet),
});
