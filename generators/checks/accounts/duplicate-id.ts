import { takenTwice } from '../../util/taken-twice.ts';
import { fleetCheck } from '../check.ts';

const account = (id: string) => `id: "${id}"\nregions: [eu-west-1]\n`;

export default fleetCheck({
  severity: 'error',
  over: 'spoke',
  summary: 'No two account files have the same account id.',
  details: 'An account belongs to one hub, and its roles are made once. A second file would contradict the first.',
  good: { 'config/accounts/second.yaml': account('333333333333') },
  bad: { 'config/accounts/second.yaml': account('222222222222') },
  *run({ accounts }) {
    for (const [{ name, id, locate }, other] of takenTwice(accounts.values(), (account) => account.id)) {
      yield {
        message: `Account "${name}" has the id "${id}" of account "${other.name}".`,
        at: locate(['id']),
        notes: [{ message: `"${other.name}" has it here`, at: other.locate(['id']) }],
        help: 'Correct the id, or use one file for both.',
      };
    }
  },
});
