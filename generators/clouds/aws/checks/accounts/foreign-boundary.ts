import { fleetCheck } from '../../../../model/check.ts';
import { awsAccount } from '../../aws-account.ts';

const bounded = (owner: string) =>
  `id: "222222222222"\nregions: [eu-west-1]\npermissionsBoundary: "arn:aws:iam::${owner}:policy/boundary"\n`;

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'The permissions boundary of an account is a policy of this account.',
  details: 'IAM takes no policy of another account as a boundary, so no role would be made, and no cluster.',
  good: { 'config/accounts/main.yaml': bounded('222222222222') },
  bad: { 'config/accounts/main.yaml': bounded('333333333333') },
  *run({ accounts }) {
    for (const account of accounts.values()) {
      const { name, id, permissionsBoundary, locate } = awsAccount(account);
      const owner = permissionsBoundary?.split(':')[4];
      if (owner === undefined || owner === id) continue;
      yield {
        message: `The permissions boundary of account "${name}" is a policy of account "${owner}", not of "${id}".`,
        at: locate(['permissionsBoundary']),
        notes: [{ message: 'the id of the account', at: locate(['id']) }],
        help: `Name a policy of the account: "${permissionsBoundary?.replace(`:${owner}:`, `:${id}:`)}".`,
      };
    }
  },
});
