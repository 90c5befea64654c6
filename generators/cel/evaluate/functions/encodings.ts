import { fnv64a, md5, sha256 } from '../../../util/digests.ts';
import { failure, type Value } from '../value.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { Implementation, Implementations } from './implementation.ts';
import { encodeJson, parseJson, printJson } from './json-text.ts';
import { seededInt, seededText } from './seeded.ts';

const hash =
  (digest: (message: Uint8Array) => Uint8Array): Implementation =>
  ([text]) =>
    typeof text === 'string' ? digest(new TextEncoder().encode(text)) : undefined;

/** Texts of bytes and values, hashes, and kro's choices by a seed. */
export const encodings: Implementations = {
  'base64.encode': ([bytes]) => (bytes instanceof Uint8Array ? toBase64(bytes) : undefined),
  'base64.decode': ([text]) =>
    typeof text === 'string' ? (fromBase64(text) ?? failure(`${JSON.stringify(text)} is no base64`)) : undefined,
  'hash.sha256': hash(sha256),
  'hash.md5': hash(md5),
  'hash.fnv64a': hash(fnv64a),
  'json.marshal': ([value]) => (value !== undefined ? printJson(value) : undefined),
  'json.encode': ([value]) => (value !== undefined ? encodeJson(value) : undefined),
  'json.unmarshal': ([text]) => (typeof text === 'string' ? parseJson(text) : undefined),
  'random.seededString': ([length, seed]) =>
    typeof length === 'bigint' && typeof seed === 'string' ? seededText(Number(length), seed) : undefined,
  'random.seededInt': ([min, max, seed]) =>
    typeof min === 'bigint' && typeof max === 'bigint' && typeof seed === 'string'
      ? seededInt(min, max, seed)
      : undefined,
  size: ([bytes]): Value | undefined => (bytes instanceof Uint8Array ? BigInt(bytes.length) : undefined),
};
