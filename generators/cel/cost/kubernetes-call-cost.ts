import { operator } from '../syntax/expression.ts';
import { sameType } from '../types/same-type.ts';
import { type Argument, type CallCost, type CalledFunction, matchCost, textCost } from './called-function.ts';
import {
  addSizes,
  multiplySizes,
  perCharacter,
  perCharacterOfPattern,
  plus,
  type Size,
  scale,
  sized,
  times,
  unlimited,
} from './size.ts';

/** Reading a part of a value that is in memory. */
const free = [
  ...['masked', 'prefixLength', 'family', 'isUnspecified', 'isLoopback'],
  ...['isLinkLocalMulticast', 'isLinkLocalUnicast', 'isGlobalUnicast'],
  ...['sign', 'asInteger', 'isInteger', 'asApproximateFloat', 'isGreaterThan', 'isLessThan', 'compareTo'],
  ...['add', 'sub', 'major', 'minor', 'patch'],
  ...['getScheme', 'getHostname', 'getHost', 'getPort', 'getEscapedPath', 'getQuery'],
];
const parsers = ['cidr', 'isIP', 'isCIDR', 'ip', 'quantity', 'isQuantity', 'semver', 'isSemver'];
const valuesWithoutParts = ['net.IP', 'net.CIDR', 'kubernetes.Quantity', 'kubernetes.Semver'];
/** Bytes that two addresses have to be compared in, at most. */
const twoAddresses = 32;
const oneAddress = 16;
/** Characters of the pattern of a format, and of its name. */
const longestFormat = 128;
const longestName = 64;

/** What Kubernetes says of functions, by their names alone; undefined where it leaves that to CEL. After pkg/cel/library/cost.go of k8s.io/apiserver. */
export function kubernetesCallCost(called: CalledFunction): CallCost | undefined {
  const { name, overload, target, args } = called;
  const [first] = args;
  if (free.includes(name)) return { cost: 1 };
  if (name === 'ip' && overload.args[0]?.kind === 'struct') return { cost: 1 };
  if (parsers.includes(name)) return first && { cost: textCost(first) };
  switch (name) {
    case 'url':
      return first && { cost: textCost(first), size: first.size };
    case 'isSorted':
    case 'sum':
    case 'max':
    case 'min':
    case 'indexOf':
    case 'lastIndexOf':
      return target && { cost: searchCost(target) };
    case 'lowerAscii':
    case 'upperAscii':
    case 'substring':
    case 'trim':
      return target && { cost: textCost(target), size: target.size };
    case 'replace':
      return replaceCost(called);
    case 'split':
      return target && { cost: textCost(target, 2), size: { min: 0, max: mostParts(target, args[1]) } };
    case 'join':
      return joinCost(called);
    case 'find':
    case 'findAll':
      return target && first && { cost: matchCost(target, first), size: { min: 0, max: target.size.max } };
    case 'ip.isCanonical':
      return first && { cost: textCost(first, 2) };
    case 'containsIP':
      return first && { cost: plus(scale(twoAddresses, perCharacter), parseCost(called)) };
    case 'containsCIDR': {
      const masked = scale(oneAddress, perCharacter) + 1;
      return first && { cost: plus(scale(twoAddresses, perCharacter) + masked, parseCost(called)) };
    }
    case 'format.named':
      return { cost: 1 };
    case 'validate':
      return first && { cost: scale(textCost(first), longestFormat * perCharacterOfPattern) };
    case operator.equals:
      return equalityCost(called);
    default:
      return undefined;
  }
}

/** Once through a list, or a text. */
function searchCost({ type, size, itemSize }: Argument): number {
  if (type.kind !== 'list') return scale(size.max, perCharacter);
  const isText = type.element.kind === 'string' || type.element.kind === 'bytes';
  return times(size.max, isText ? plus(1, scale(itemSize.max, perCharacter)) : 1);
}

function mostParts(text: Argument, limit: Argument | undefined): number {
  const given = limit?.expression;
  if (given?.kind !== 'literal' || given.literal.type !== 'int') return text.size.max;
  // Go takes a negative number for a very large one.
  return given.literal.value < 0n ? unlimited : Number(given.literal.value);
}

function replaceCost({ target, args: [old, by] }: CalledFunction): CallCost | undefined {
  if (target === undefined || old === undefined || by === undefined) return undefined;
  return { cost: textCost(target, 2), size: replacedSize(target.size, old.size, by.size) };
}

/** An empty text is found before, between and behind all characters. */
function replacedSize(text: Size, old: Size, by: Size): Size {
  const least = (): number => {
    if (old.max === 0) return plus(times(plus(text.min, 1), by.min), text.min);
    return old.max <= by.min ? text.min : times(Math.ceil(text.min / old.max), by.min);
  };
  const most = (): number => {
    if (old.min === 0) return plus(times(plus(text.max, 1), by.max), text.max);
    return by.max <= old.min ? text.max : times(Math.ceil(text.max / old.min), by.max);
  };
  return { min: least(), max: most() };
}

function joinCost({ target, args: [separator] }: CalledFunction): CallCost | undefined {
  if (target === undefined) return undefined;
  const { type, size: count, itemSize } = target;
  const items = type.kind === 'list' ? multiplySizes(count, itemSize) : sized(0);
  const gaps = { min: Math.max(count.min - 1, 0), max: Math.max(count.max - 1, 0) };
  const size = separator === undefined ? items : addSizes(items, multiplySizes(separator.size, gaps));
  return { cost: scale(size.max, perCharacter), size };
}

/** A range or an address that is given as a text is read first. */
function parseCost({ overload, args: [first] }: CalledFunction): number {
  return overload.args[1]?.kind === 'string' && first !== undefined ? textCost(first) : 0;
}

function equalityCost({ args: [left, right] }: CalledFunction): CallCost | undefined {
  if (left?.type.kind !== 'struct' || right === undefined || !sameType(left.type, right.type)) return undefined;
  if (valuesWithoutParts.includes(left.type.name)) return { cost: 1 };
  if (left.type.name === 'kubernetes.NamedFormat') return { cost: scale(longestName, perCharacter) };
  if (left.type.name !== 'kubernetes.URL') return undefined;
  return { cost: right.size.max === unlimited ? 1 : scale(right.size.max, perCharacter) };
}
