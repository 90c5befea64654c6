import type { ZoneLayout } from '../clouds/aws/network-plan.ts';
import type { Fleet, Named } from '../model/fleet.ts';
import type { Path } from '../source/path.ts';

/** A VPC of ours, whose zones are chosen by the layout that stands at `path`. */
export interface LaidOut {
  readonly of: Named;
  readonly path: Path;
  readonly region: string;
  readonly layout: ZoneLayout;
}

export function* zoneLayouts({ networks, spokes }: Fleet): Iterable<LaidOut> {
  for (const network of networks.values()) yield { of: network, path: [], region: network.region, layout: network };
  for (const spoke of spokes.values()) {
    const { network, region } = spoke;
    if (network.cidr !== undefined) yield { of: spoke, path: ['network'], region, layout: network };
  }
}
