import { failure, isTagged, type Value } from '../value.ts';
import type { Implementation, Implementations } from './implementation.ts';

interface Version {
  readonly numbers: readonly [bigint, bigint, bigint];
  readonly prerelease: readonly string[];
}

const type = 'kubernetes.Semver';

const ofVersions =
  (compute: (order: number) => Value): Implementation =>
  ([left, right]) => {
    const [a, b] = [versionOf(left), versionOf(right)];
    return a && b && compute(compareVersions(a, b));
  };

const ofVersion =
  (compute: (version: Version) => Value): Implementation =>
  ([value]) => {
    const version = versionOf(value);
    return version && compute(version);
  };

export const versionFunctions: Implementations = {
  isSemver: ([text]) => (typeof text === 'string' ? parse(text) !== undefined : undefined),
  semver: ([text]) => {
    if (typeof text !== 'string') return undefined;
    const content = parse(text);
    return content
      ? { is: 'opaque', type, content, text: text.replace(/\+.*$/, '') }
      : failure(`${JSON.stringify(text)} is no semantic version`);
  },
  major: ofVersion(({ numbers }) => numbers[0]),
  minor: ofVersion(({ numbers }) => numbers[1]),
  patch: ofVersion(({ numbers }) => numbers[2]),
  compareTo: ofVersions((order) => BigInt(Math.sign(order))),
  isGreaterThan: ofVersions((order) => order > 0),
  isLessThan: ofVersions((order) => order < 0),
};

function versionOf(value: Value = null): Version | undefined {
  return isTagged(value) && value.is === 'opaque' && value.type === type ? (value.content as Version) : undefined;
}

/** https://semver.org/#backusnaur-form-grammar-for-valid-semver-versions */
function parse(text: string): Version | undefined {
  const match =
    /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*))?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?$/.exec(
      text,
    );
  if (match === null) return undefined;
  const [, major = '0', minor = '0', patch = '0', tail] = match;
  const prerelease = tail?.split('.') ?? [];
  if (prerelease.some((part) => /^0\d+$/.test(part))) return undefined;
  return { numbers: [BigInt(major), BigInt(minor), BigInt(patch)], prerelease };
}

function compareVersions(left: Version, right: Version): number {
  for (const [index, number] of left.numbers.entries()) {
    const other = right.numbers[index] ?? 0n;
    if (number !== other) return number < other ? -1 : 1;
  }
  if (left.prerelease.length === 0 || right.prerelease.length === 0)
    return right.prerelease.length - left.prerelease.length;
  for (const [index, part] of left.prerelease.entries()) {
    const other = right.prerelease[index];
    if (other === undefined) return 1;
    const order = comparePart(part, other);
    if (order !== 0) return order;
  }
  return left.prerelease.length - right.prerelease.length;
}

/** Numbers come before words, and by what they count. */
function comparePart(left: string, right: string): number {
  const [a, b] = [/^\d+$/.test(left), /^\d+$/.test(right)];
  if (a && b) return Math.sign(Number(BigInt(left) - BigInt(right)));
  if (a !== b) return a ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}
