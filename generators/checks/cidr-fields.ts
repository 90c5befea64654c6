import type { Fleet, Named } from '../model/fleet.ts';
import type { Path } from '../source/path.ts';

const kinds = ['pool', 'nat', 'vpc', 'existing', 'services', 'public', 'former'] as const;

/** What an address range is for: `vpc` is one of ours, `existing` one of others. */
type CidrKind = (typeof kinds)[number];

/** A field that holds an address range. */
interface CidrField {
  readonly text: string;
  readonly of: Named;
  readonly path: Path;
}

/** Every address range of these kinds that a person wrote. */
export function* cidrFields(
  { hubs, networks, spokes }: Fleet,
  chosen: readonly CidrKind[] = kinds,
): Iterable<CidrField> {
  const [pool, nat, vpc, existing, services, open, former] = kinds.map((kind) => chosen.includes(kind));
  for (const of of hubs.values()) {
    if (pool) yield* listed(of, ['addressPools'], of.addressPools);
    if (nat) yield* listed(of, ['natAddresses'], of.natAddresses);
  }
  if (vpc) for (const of of networks.values()) yield { text: of.cidr, of, path: ['cidr'] };
  for (const of of spokes.values()) {
    const { endpoint, network, serviceCidr } = of;
    if (vpc && network.cidr !== undefined) yield { text: network.cidr, of, path: ['network', 'cidr'] };
    if (existing && network.existing?.cidr !== undefined) {
      yield { text: network.existing.cidr, of, path: ['network', 'existing', 'cidr'] };
    }
    if (services) yield { text: serviceCidr, of, path: ['serviceCidr'] };
    if (open && endpoint.publicCidrs.length > 0) yield* listed(of, ['endpoint', 'publicCidrs'], endpoint.publicCidrs);
    if (former && endpoint.formerCidrs.length > 0) yield* listed(of, ['endpoint', 'formerCidrs'], endpoint.formerCidrs);
  }
}

function* listed(of: Named, path: Path, texts: readonly string[]): Iterable<CidrField> {
  for (const [index, text] of texts.entries()) yield { text, of, path: [...path, index] };
}
