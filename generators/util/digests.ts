/** Hashes of bytes in plain JavaScript: a browser has them only in promises. */

const primes = (() => {
  const found: number[] = [];
  for (let candidate = 2; found.length < 64; candidate++)
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
})();

const firstBits = (root: number) => ((root - Math.floor(root)) * 2 ** 32) >>> 0;
/** https://www.rfc-editor.org/rfc/rfc6234: the first bits of roots of primes. */
const shaRounds = primes.map((prime) => firstBits(Math.cbrt(prime)));
const shaStart = primes.slice(0, 8).map((prime) => firstBits(Math.sqrt(prime)));
/** https://www.rfc-editor.org/rfc/rfc1321 */
const md5Rounds = Array.from({ length: 64 }, (_, index) => (Math.abs(Math.sin(index + 1)) * 2 ** 32) >>> 0);
const md5Start = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
const md5Shifts = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
];

export function sha256(message: Uint8Array): Uint8Array {
  const state = Uint32Array.from(shaStart);
  const words = new Uint32Array(64);
  const block = pad(message, false);
  for (let offset = 0; offset < block.byteLength; offset += 64) {
    spread(block, offset, words);
    mix(words, state);
  }
  return join(state, false);
}

/** The sixteen words of a block, and as many more as there are rounds. */
function spread(block: DataView, offset: number, words: Uint32Array): void {
  for (let at = 0; at < 16; at++) words[at] = block.getUint32(offset + at * 4);
  for (let at = 16; at < 64; at++) {
    const early = words[at - 15] ?? 0;
    const late = words[at - 2] ?? 0;
    const small = right(early, 7) ^ right(early, 18) ^ (early >>> 3);
    const large = right(late, 17) ^ right(late, 19) ^ (late >>> 10);
    words[at] = (words[at - 16] ?? 0) + small + (words[at - 7] ?? 0) + large;
  }
}

/** Swapping by assignments, not through lists, is ten times faster. */
function mix(words: Uint32Array, state: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round++) {
    const turned = right(e, 6) ^ right(e, 11) ^ right(e, 25);
    const mixed = h + turned + ((e & f) ^ (~e & g)) + (shaRounds[round] ?? 0) + (words[round] ?? 0);
    const chosen = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + mixed) | 0;
    d = c;
    c = b;
    b = a;
    a = (mixed + chosen) | 0;
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word;
}

export function md5(message: Uint8Array): Uint8Array {
  const state = [...md5Start];
  const block = pad(message, true);
  for (let offset = 0; offset < block.byteLength; offset += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let at = 0; at < 64; at++) {
      const [mixed, index] = md5Mix(at, b, c, d);
      const sum = a + mixed + (md5Rounds[at] ?? 0) + block.getUint32(offset + index * 4, true);
      const shift = md5Shifts[at >> 4]?.[at % 4] ?? 0;
      [a, d, c, b] = [d, c, b, (b + right(sum >>> 0, 32 - shift)) >>> 0];
    }
    for (const [index, word] of [a, b, c, d].entries()) state[index] = ((state[index] ?? 0) + word) >>> 0;
  }
  return join(state, true);
}

function md5Mix(at: number, b: number, c: number, d: number): [mixed: number, index: number] {
  if (at < 16) return [((b & c) | (~b & d)) >>> 0, at];
  if (at < 32) return [((d & b) | (~d & c)) >>> 0, (5 * at + 1) % 16];
  if (at < 48) return [(b ^ c ^ d) >>> 0, (3 * at + 5) % 16];
  return [(c ^ (b | ~d)) >>> 0, (7 * at) % 16];
}

/** FNV-1a of 64 bits, most significant byte first: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function fnv64a(message: Uint8Array): Uint8Array {
  let hash = 0xcbf29ce484222325n;
  for (const byte of message) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setBigUint64(0, hash);
  return new Uint8Array(bytes.buffer);
}

/** The message, a one, zeros and its length in bits: whole blocks of 64 bytes. */
function pad(message: Uint8Array, littleEndian: boolean): DataView {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n, littleEndian);
  return view;
}

function join(words: ArrayLike<number>, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * 4));
  for (let index = 0; index < words.length; index++) view.setUint32(index * 4, words[index] ?? 0, littleEndian);
  return new Uint8Array(view.buffer);
}

/** Rotates 32 bits to the right. */
function right(word: number, by: number): number {
  return ((word >>> by) | (word << (32 - by))) >>> 0;
}
