/** An IPv4 range: address as an unsigned 32-bit number, and prefix length. */
export interface Cidr {
  readonly address: number;
  readonly prefix: number;
}

/** Undefined unless four octets and a prefix of 0 to 32 without leading zeros. Host bits may be set: see `isCanonical`. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const parts = match.slice(1);
  if (parts.some((part) => part.length > 1 && part.startsWith('0'))) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 0] = parts.map(Number);
  if (Math.max(a, b, c, d) > 255 || prefix > 32) return undefined;
  return { address: ((a * 256 + b) * 256 + c) * 256 + d, prefix };
}

export function formatCidr({ address, prefix }: Cidr): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}/${prefix}`;
}

/** Number of addresses. */
export function sizeOf({ prefix }: Cidr): number {
  return 2 ** (32 - prefix);
}

/** The same range with its host bits cleared. */
export function canonical(cidr: Cidr): Cidr {
  return { address: cidr.address - (cidr.address % sizeOf(cidr)), prefix: cidr.prefix };
}

export function isCanonical(cidr: Cidr): boolean {
  return cidr.address % sizeOf(cidr) === 0;
}

export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.address < b.address + sizeOf(b) && b.address < a.address + sizeOf(a);
}

export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.address <= inner.address && inner.address + sizeOf(inner) <= outer.address + sizeOf(outer);
}
