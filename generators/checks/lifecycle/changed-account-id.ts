import { changeCheck } from '../check.ts';
import { refusedChanges } from './refused-changes.ts';

export default changeCheck({
  over: 'change',
  severity: 'error',
  summary: 'The id of an account never changes.',
  details: 'All that lives in the account would be taken for something in another one. A new account is a new file.',
  good: { 'config/accounts/other.yaml': 'id: "333333333333"\nregions: [eu-west-1]\n' },
  bad: { 'config/accounts/main.yaml': 'id: "333333333333"\nregions: [eu-west-1]\n' },
  run: refusedChanges('lifecycle/changed-account-id'),
});
