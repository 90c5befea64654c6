import { failure, isTagged, type Opaque, type Value } from '../value.ts';
import { type Address, formatAddress, parseAddress, parseRange, type Range } from './addresses.ts';
import type { Implementation, Implementations } from './implementation.ts';

const ofAddress =
  (compute: (address: Address) => Value): Implementation =>
  ([value]) => {
    const address = addressOf(value);
    return address && compute(address);
  };

const ofRange =
  (compute: (range: Range, other: Value) => Value | undefined): Implementation =>
  ([value, other = null]) => {
    const range = rangeOf(value);
    return range && compute(range, other);
  };

/** Whether an address lies in one of two ranges: of IPv4, and of IPv6. */
const isWithin = (four: string, six: string): Implementation => {
  const ranges = [parseRange(four), parseRange(six)];
  return ofAddress((address) => ranges.some((range) => range !== undefined && holds(range, address)));
};

/** Neither for all nor for one: unspecified, loopback, link-local, multicast, broadcast. */
const notGlobal = [
  '0.0.0.0/32',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '255.255.255.255/32',
  '::/128',
  '::1/128',
  'fe80::/10',
  'ff00::/8',
].flatMap((text) => parseRange(text) ?? []);

/** Addresses and ranges, as Kubernetes has them in CEL. */
export const networkFunctions: Implementations = {
  isIP: ([text]) => (typeof text === 'string' ? parseAddress(text) !== undefined : undefined),
  isCIDR: ([text]) => (typeof text === 'string' ? parseRange(text) !== undefined : undefined),
  ip: ([value]) => {
    const range = rangeOf(value);
    if (range !== undefined) return makeAddress(range.address);
    if (typeof value !== 'string') return undefined;
    const address = parseAddress(value);
    return address ? makeAddress(address) : failure(`${JSON.stringify(value)} is no IP address`);
  },
  cidr: ([text]) => {
    if (typeof text !== 'string') return undefined;
    const range = parseRange(text);
    return range ? makeRange(range) : failure(`${JSON.stringify(text)} is no CIDR`);
  },
  'ip.isCanonical': ([text]) => {
    if (typeof text !== 'string') return undefined;
    const address = parseAddress(text);
    return address ? formatAddress(address) === text : failure(`${JSON.stringify(text)} is no IP address`);
  },
  family: ofAddress(({ size }) => (size === 32 ? 4n : 6n)),
  isGlobalUnicast: ofAddress((address) => !notGlobal.some((range) => holds(range, address))),
  isUnspecified: isWithin('0.0.0.0/32', '::/128'),
  isLoopback: isWithin('127.0.0.0/8', '::1/128'),
  isLinkLocalUnicast: isWithin('169.254.0.0/16', 'fe80::/10'),
  isLinkLocalMulticast: isWithin('224.0.0.0/24', 'ff02::/16'),
  prefixLength: ofRange(({ prefix }) => BigInt(prefix)),
  masked: ofRange((range) => makeRange({ ...range, address: first(range) })),
  containsIP: ofRange((range, other) => {
    const address = typeof other === 'string' ? parseAddress(other) : addressOf(other);
    return address && holds(range, address);
  }),
  containsCIDR: ofRange((range, other) => {
    const inner = typeof other === 'string' ? parseRange(other) : rangeOf(other);
    return inner && inner.prefix >= range.prefix && holds(range, inner.address);
  }),
  string: ([value = null]) => (addressOf(value) || rangeOf(value) ? (value as Opaque).text : undefined),
};

const makeAddress = (content: Address): Value => ({
  is: 'opaque',
  type: 'net.IP',
  content,
  text: formatAddress(content),
});
const makeRange = (content: Range): Value => ({
  is: 'opaque',
  type: 'net.CIDR',
  content,
  text: `${formatAddress(content.address)}/${content.prefix}`,
});

function addressOf(value: Value = null): Address | undefined {
  return isTagged(value) && value.is === 'opaque' && value.type === 'net.IP' ? (value.content as Address) : undefined;
}

function rangeOf(value: Value = null): Range | undefined {
  return isTagged(value) && value.is === 'opaque' && value.type === 'net.CIDR' ? (value.content as Range) : undefined;
}

function first({ address, prefix }: Range): Address {
  const free = BigInt(address.size - prefix);
  return { ...address, bits: (address.bits >> free) << free };
}

function holds(range: Range, { bits, size }: Address): boolean {
  const free = BigInt(range.address.size - range.prefix);
  return size === range.address.size && bits >> free === range.address.bits >> free;
}
