import type { CloudRequest } from '../stack/cloud.ts';
import { expectEqual } from '../stack/expect.ts';
import type { Proof } from '../stack/proof.ts';
import type { Stack } from '../stack/stack.ts';

/** What a file of out/ says of the role that controllers assume in an account. */
interface AccountInput {
  readonly account_id: string;
  readonly provisioner_role: {
    readonly policies: readonly { readonly Statement: readonly { readonly Action: readonly string[] }[] }[];
  };
}

const accounts = ['alpha', 'beta'];
/** AWS itself; and what trust decides, not rights. */
const others = ['aws', 'sts'];

/** Actions by account: of every release, as what has left needed rights, too. */
function allowed({ git }: Stack): ReadonlyMap<string, ReadonlySet<string>> {
  const platform = git('platform');
  const actions = new Map<string, Set<string>>();
  for (const { sha } of platform.log()) {
    for (const account of accounts) {
      const text = platform.read(sha, `out/terraform/accounts/${account}/terraform.tfvars.json`);
      if (text === '') continue;
      const { account_id, provisioner_role } = JSON.parse(text) as AccountInput;
      const known = actions.get(account_id) ?? new Set();
      actions.set(account_id, known);
      for (const { Statement } of provisioner_role.policies)
        for (const { Action } of Statement) for (const action of Action) known.add(action);
    }
  }
  return actions;
}

const actionOf = ({ service, operation }: CloudRequest) => `${service}:${operation}`;

/** Controllers need no right in an account that Wheelwright does not write into its policies; a role has the rights that were asked for. */
export default {
  name: 'rights',
  async run(stack, evidence) {
    const requests = (await stack.cloud.requests(0)).filter(({ service }) => !others.includes(service));
    for (const [account, actions] of allowed(stack)) {
      const used = new Set(requests.filter((request) => request.account === account).map(actionOf));
      expectEqual([...used].filter((action) => !actions.has(action)).sort(), [], `account ${account}: not allowed`);
      evidence(
        `account ${account}: ${used.size} actions were used, all of them among the ${actions.size} that are allowed`,
      );
    }
    const put = requests.find(
      ({ operation, parameters }) => operation === 'PutRolePolicy' && parameters['RoleName'] === 'own-pod-app-ledger',
    );
    expectEqual(
      JSON.parse(String(put?.parameters['PolicyDocument'] ?? 'null')),
      {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::own-ledger/*'] }],
      },
      'what the pods of ledger may do',
    );
    evidence('the role of the application ledger has the policy that its file asks for');
  },
} satisfies Proof;
