import { boundedInt } from '../arithmetic.ts';
import { failure, isTagged, type Opaque, type Value } from '../value.ts';
import type { Implementation, Implementations } from './implementation.ts';

const type = 'kubernetes.Quantity';
/** A quantity is kept in parts of 10⁻⁹, which is as small as Kubernetes has one. */
const one = 1_000_000_000n;
const decimal = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

const ofQuantities =
  (compute: (left: bigint, right: bigint) => Value): Implementation =>
  ([left, right]) => {
    const [a, b] = [partsOf(left), partsOf(right)];
    return a === undefined || b === undefined ? undefined : compute(a, b);
  };

const ofQuantity =
  (compute: (parts: bigint) => Value): Implementation =>
  ([quantity]) => {
    const parts = partsOf(quantity);
    return parts === undefined ? undefined : compute(parts);
  };

export const quantityFunctions: Implementations = {
  isQuantity: ([text]) => (typeof text === 'string' ? parse(text) !== undefined : undefined),
  quantity: ([text]) => {
    if (typeof text !== 'string') return undefined;
    const parts = parse(text);
    return parts === undefined ? failure(`${JSON.stringify(text)} is no quantity`) : make(parts);
  },
  add: ([left, right]) => combine(left, right, (a, b) => a + b),
  sub: ([left, right]) => combine(left, right, (a, b) => a - b),
  compareTo: ofQuantities((left, right) => (left < right ? -1n : left > right ? 1n : 0n)),
  isGreaterThan: ofQuantities((left, right) => left > right),
  isLessThan: ofQuantities((left, right) => left < right),
  sign: ofQuantity((parts) => (parts > 0n ? 1n : parts < 0n ? -1n : 0n)),
  isInteger: ofQuantity((parts) => parts % one === 0n && typeof boundedInt(parts / one) === 'bigint'),
  asInteger: ofQuantity((parts) =>
    parts % one === 0n ? boundedInt(parts / one) : failure('cannot convert value to integer'),
  ),
  asApproximateFloat: ofQuantity((parts) => Number(parts) / Number(one)),
};

function combine(left: Value | undefined, right: Value | undefined, of: (a: bigint, b: bigint) => bigint) {
  const [a, b] = [partsOf(left), typeof right === 'bigint' ? right * one : partsOf(right)];
  return a === undefined || b === undefined ? undefined : make(of(a, b));
}

const make = (parts: bigint): Opaque => ({ is: 'opaque', type, content: parts, text: String(parts) });

function partsOf(value: Value = null): bigint | undefined {
  return isTagged(value) && value.is === 'opaque' && value.type === type ? (value.content as bigint) : undefined;
}

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ What is smaller than can be kept is rounded up. */
function parse(text: string): bigint | undefined {
  const match = /^([+-]?)(\d+|(?=\.\d))(?:\.(\d*))?(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', suffix = '', exponent = '0'] = match;
  const power = suffix.length === 1 ? 3 * (decimal.indexOf(suffix) - 3) : Number(exponent);
  const factor = suffix.length === 2 ? 1024n ** BigInt(binary.indexOf(suffix)) : 1n;
  const up = 9 + power - fraction.length;
  const digits = BigInt(whole + fraction || '0') * factor;
  const divisor = up < 0 ? 10n ** BigInt(-up) : 1n;
  const parts = up < 0 ? (digits + divisor - 1n) / divisor : digits * 10n ** BigInt(up);
  return sign === '-' ? -parts : parts;
}
