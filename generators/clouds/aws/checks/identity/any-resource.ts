import { fleetCheck } from '../../../../model/check.ts';
import { statementProblems } from '../../iam/asked-identities.ts';
import { checkAnyResource } from '../../iam/check-resources.ts';
import { exampleIdentity } from '../../iam/example-identity.ts';

export default fleetCheck({
  severity: 'warning',
  over: 'spoke',
  summary: 'A statement names its resources where its actions know some.',
  details: 'With "*" the pods of one application work with what belongs to all of the account.',
  good: exampleIdentity('{actions: ["route53:ListHostedZones"], resources: ["*"]}'),
  bad: exampleIdentity('{actions: ["s3:GetObject"], resources: ["*"]}'),
  run: (fleet) => statementProblems(checkAnyResource, fleet),
});
