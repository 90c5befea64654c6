import type { TextFacts } from './fill-in.ts';
import type { Account, Fleet, Hub, Spoke } from './fleet.ts';
import { clusterName } from './names.ts';

/** Facts of a spoke that texts may name: what follows from the configuration alone. */
export function textFactsOf(spoke: Spoke, fleet: Fleet): TextFacts {
  const hub = fleet.hubs.get(spoke.hub) as Hub;
  const account = fleet.accounts.get(spoke.account) as Account;
  return {
    spoke: spoke.name,
    cluster: clusterName(spoke),
    environment: spoke.environment,
    region: spoke.region,
    account: account.id,
    partition: hub.partition,
    hub: hub.name,
    organisation: fleet.config.organisation,
  };
}
