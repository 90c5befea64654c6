import type { Problem } from '../../diagnostics/diagnostic.ts';
import { formatCidr, sizeOf } from '../../util/cidr.ts';
import { byCodePoint } from '../../util/code-point-order.ts';
import { fleetCheck } from '../check.ts';
import { exampleSpoke } from '../example-files.ts';
import { blockSuggester, type VpcRange, vpcRanges } from '../network-ranges.ts';

/** Places that a diagnostic shows besides its own. */
const MAX_NOTES = 3;

export default fleetCheck({
  severity: 'error',
  over: 'fleet',
  summary:
    'The ranges of VPCs do not overlap anywhere in the fleet, unless they are `isolated`, or nothing ever connects their hubs.',
  details:
    'Every VPC is routed to its hub, hubs may be connected, and an address can lead to one VPC only. Two spokes in one existing VPC share it. A hub whose networks are never connected to others has a `routingDomain` of its own. The VPC of a hub itself is not known: its address pools must leave it out.',
  good: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.0.64.0/18}') },
  bad: { 'config/spokes/green.yaml': exampleSpoke('network: {cidr: 10.0.32.0/19}') },
  *run(fleet) {
    const ranges = vpcRanges(fleet);
    const suggest = blockSuggester(fleet, ranges);
    const sorted = ranges.filter(({ isolated }) => !isolated).sort(byDomainAndAddress);
    for (let first = 0; first < sorted.length; ) {
      const outer = sorted[first] as VpcRange;
      const end = outer.cidr.address + sizeOf(outer.cidr);
      let last = first + 1;
      while (last < sorted.length && isWithin(sorted[last], outer.domain, end)) last++;
      const inner = sorted.slice(first + 1, last).filter(({ vpcId }) => vpcId === undefined || vpcId !== outer.vpcId);
      const smaller = inner.filter(({ cidr }) => cidr.prefix > outer.cidr.prefix);
      // Of several small ones in a large one, the large one is the mistake.
      const told = smaller.length > 1 ? inner.filter((range) => !smaller.includes(range)) : inner;
      for (const range of told) yield overlap(range, [outer], fleet.recorded, suggest);
      if (smaller.length > 1) yield overlap(outer, smaller, fleet.recorded, suggest);
      first = last;
    }
  },
});

/** Ranges are blocks, so two of them are apart or one is within the other: the larger comes first, then the name decides. */
function byDomainAndAddress(a: VpcRange, b: VpcRange): number {
  return (
    byCodePoint(a.domain, b.domain) ||
    a.cidr.address - b.cidr.address ||
    a.cidr.prefix - b.cidr.prefix ||
    byCodePoint(a.of.file, b.of.file)
  );
}

function isWithin(range: VpcRange | undefined, domain: string, end: number): boolean {
  return range !== undefined && range.domain === domain && range.cidr.address < end;
}

function label({ cidr, kind, of }: VpcRange): string {
  return `${formatCidr(cidr)} of ${kind} "${of.name}"`;
}

/** Told of what is new: the addresses of what exists never change. */
function overlap(
  range: VpcRange,
  others: readonly VpcRange[],
  recorded: ReadonlySet<string>,
  suggest: ReturnType<typeof blockSuggester>,
): Problem {
  const [first] = others as [VpcRange];
  const exists = ({ kind, of }: VpcRange): boolean => recorded.has(`${kind}s/${of.name}`);
  if (others.length === 1 && exists(range) && !exists(first)) return overlap(first, [range], recorded, suggest);
  const more = others.length === 1 ? '' : ` and ${others.length - 1} more`;
  const block = suggest(range.hub, range.cidr.prefix);
  const free = block === undefined ? 'no range of this size is free in the pools of the hub' : `${block} is free`;
  const help = !exists(range)
    ? `Give "${range.of.name}" another range; ${free}.`
    : others.some((other) => !exists(other))
      ? `Give those that are new another range; "${range.of.name}" exists and keeps its own.`
      : 'All of them exist, and no range ever changes: retire one of them.';
  return {
    message: `${label(range)} overlaps ${label(first)}${more}.`,
    at: range.of.locate(range.path),
    notes: others.slice(0, MAX_NOTES).map((other) => ({
      message: `"${other.of.name}" takes it here`,
      at: other.of.locate(other.path),
    })),
    help,
  };
}
