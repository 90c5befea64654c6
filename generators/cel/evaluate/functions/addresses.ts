/** An address of IPv4 (32 bits) or IPv6 (128). */
export interface Address {
  readonly size: 32 | 128;
  readonly bits: bigint;
}

export interface Range {
  readonly address: Address;
  readonly prefix: number;
}

/** Undefined for what Kubernetes does not take either: zones, and IPv4 within IPv6. */
export function parseAddress(text: string): Address | undefined {
  return text.includes(':') ? parseSix(text) : parseFour(text);
}

export function parseRange(text: string): Range | undefined {
  const [, left = '', right = ''] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const address = parseAddress(left);
  const prefix = Number(right);
  return address === undefined || prefix > address.size ? undefined : { address, prefix };
}

function parseFour(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return { size: 32, bits: parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n) };
}

function parseSix(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const groups = left.length + right.length;
  if (halves.length === 2 ? groups > 7 : groups !== 8) return undefined;
  const all = [...left, ...Array.from({ length: 8 - groups }, () => '0'), ...right];
  if (!all.every((group) => /^[\dA-Fa-f]{1,4}$/.test(group))) return undefined;
  const bits = all.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
  return bits >> 32n === 0xffffn ? undefined : { size: 128, bits };
}

/** https://www.rfc-editor.org/rfc/rfc5952#section-4 */
export function formatAddress({ size, bits }: Address): string {
  if (size === 32) return [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((bits >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  const zeros = [...groups.join(':').matchAll(/(?<![^:])0(?::0)+(?![^:])/g)];
  const longest = zeros.reduce((best, { 0: run }) => (run.length > best.length ? run : best), '');
  if (longest === '') return groups.join(':');
  const [before = '', after = ''] = splitAt(
    groups.join(':'),
    zeros.find(({ 0: run }) => run === longest)?.index ?? 0,
    longest.length,
  );
  return `${before.replace(/:$/, '')}::${after.replace(/^:/, '')}`;
}

function splitAt(text: string, at: number, length: number): [string, string] {
  return [text.slice(0, at), text.slice(at + length)];
}
