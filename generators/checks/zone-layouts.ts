import { clouds } from '../clouds/registry.ts';
import type { Fleet, Named } from '../model/fleet.ts';
import type { ZoneLayout } from '../model/zone-layout.ts';
import type { Path } from '../source/path.ts';

/** A VPC of ours, whose zones are chosen by the layout that stands at `path`. */
export interface LaidOut {
  readonly of: Named;
  readonly path: Path;
  readonly region: string;
  /** Of the region, as its cloud has them; none are known of a region that does not exist. */
  readonly known: readonly string[] | undefined;
  readonly layout: ZoneLayout;
}

export function* zoneLayouts({ accounts, networks, spokes }: Fleet): Iterable<LaidOut> {
  const zonesOf = (account: string, region: string) => clouds[accounts.get(account)?.cloud ?? '']?.zones[region];
  for (const network of networks.values()) {
    const { account, region } = network;
    yield { of: network, path: [], region, known: zonesOf(account, region), layout: network };
  }
  for (const spoke of spokes.values()) {
    const { network, account, region } = spoke;
    if (network.cidr !== undefined)
      yield { of: spoke, path: ['network'], region, known: zonesOf(account, region), layout: network };
  }
}
