import type { Account } from '../../model/fleet.ts';
import type { AwsModel } from './model.ts';
import type { Said } from './said.ts';

/** An account with what only one of AWS has. */
export type AwsAccount = Account & Said<AwsModel['account']>;

export function awsAccount(account: Account): AwsAccount {
  return account as AwsAccount;
}
