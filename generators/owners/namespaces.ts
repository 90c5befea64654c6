import { cloudNamed } from '../clouds/cloud-named.ts';
import type { Account } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Mark } from '../model/marks.ts';

/** A namespace on the hub, which holds state and does not go because a line of the configuration went. Its objects belong to a cloud account. */
export function accountScopedNamespace(name: string, account: Account, region: string, mark: Mark): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { 'wheelwright.dev/account': account.name },
      annotations: {
        ...mark({ retention: 'keep' }),
        ...cloudNamed(account.cloud).scope(account, region),
      },
    },
  };
}
