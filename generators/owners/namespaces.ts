import type { Account } from '../model/fleet.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Mark } from '../model/marks.ts';

/**
 * A namespace on the hub, which holds state and does not go because a line of the configuration went. Its objects belong to a cloud account. ACK reads both annotations from the namespace alone;
 * a default region is `default-region` there, and `region` on an object.
 */
export function accountScopedNamespace(name: string, account: Account, region: string, mark: Mark): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { 'wheelwright.dev/account': account.name },
      annotations: {
        ...mark({ retention: 'keep' }),
        'services.k8s.aws/default-region': region,
        'services.k8s.aws/owner-account-id': account.id,
      },
    },
  };
}
