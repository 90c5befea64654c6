import type { Fleet, Hub } from '../../model/fleet.ts';
import type { Manifest } from '../../model/manifest.ts';
import { byCodePoint } from '../../util/code-point-order.ts';
import { provisionerRole, roleArn, roleNames } from './roles.ts';

/** Which role ACK assumes in which account. A namespace with an owner account is looked up even if it is the hub's own. */
export function roleAccountMap(hub: Hub, fleet: Fleet): Manifest {
  const accounts = [...fleet.accounts.values()].filter((one) => one.hub === hub.name && one.cloud === 'aws');
  const own = [hub.account, roleArn(hub, hub.account, roleNames(fleet, hub).provisioner)] as const;
  const others = accounts.map((account) => [account.id, provisionerRole(fleet, hub, account)] as const);
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'ack-role-account-map', namespace: 'ack-system' },
    data: Object.fromEntries([own, ...others].sort(([a], [b]) => byCodePoint(a, b))),
  };
}
