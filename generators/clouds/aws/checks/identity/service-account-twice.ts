import { exampleSpoke } from '../../../../diagnostics/example-files.ts';
import { fleetCheck } from '../../../../model/check.ts';
import { takenTwice } from '../../../../util/taken-twice.ts';
import { type AskedIdentity, askedIdentities } from '../../iam/asked-identities.ts';

const spoke = (serviceAccount: string) =>
  exampleSpoke(
    'network: {cidr: 10.1.0.0/18}',
    'teams: [checkout]',
    'applications:',
    '  shop: {team: checkout, namespace: checkout, base: web-service, identity: {serviceAccount: shop}}',
    `  till: {team: checkout, namespace: checkout, base: web-service, set: {namePrefix: till-}, identity: {serviceAccount: ${serviceAccount}}}`,
  );

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'A service account has one identity.',
  details: 'EKS associates a service account of a cluster with one role, and refuses a second.',
  good: { 'config/spokes/green.yaml': spoke('till') },
  bad: { 'config/spokes/green.yaml': spoke('shop') },
  *run({ spokes }) {
    const keyOf = ({ spoke, application, identity }: AskedIdentity) =>
      `${spoke.name} ${spoke.applications[application]?.namespace} ${identity.serviceAccount}`;
    for (const [one, other] of takenTwice(askedIdentities(spokes), keyOf))
      yield {
        message: `The service account "${one.identity.serviceAccount}" has the identity of the application "${other.application}" already.`,
        at: one.spoke.locate([...one.path, 'serviceAccount']),
        notes: [{ message: 'it is named here', at: other.spoke.locate([...other.path, 'serviceAccount']) }],
        help: 'Let each application run as a service account of its own.',
      };
  },
});
