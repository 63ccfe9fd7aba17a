import { utf8 } from '../../json/bytes.ts';

/** Bytes in a block. */
const blockSize = 64;

/** Bytes that end a message: one that marks its end, and its length in bits. */
const endSize = 9;

const factors = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);

const beginning = new Int32Array([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

/** The words of the block that is being mixed in. */
const words = new Int32Array(64);

/** Gives eight words of 32 bits for a message. */
export type Hash = (message: Uint8Array) => Int32Array;

/**
 * SHA-256 (FIPS 180-4) of messages. If a block is given, it stands before each message and is mixed in only once. The
 * platform's own function takes several times as long for a message as short as an id, and a browser's function is
 * asynchronous.
 */
export function createSha256(block?: Uint8Array): Hash {
  const start = beginning.slice();
  if (block !== undefined) {
    mixIn(start, block, 0);
  }
  return (message) => {
    const state = start.slice();
    const padded = withEnd(message, block?.length ?? 0);
    for (let at = 0; at < padded.length; at += blockSize) {
      mixIn(state, padded, at);
    }
    return state;
  };
}

/** The SHA-256 of bytes as a text, to tell long values apart without keeping them. */
export function digestText(bytes: Uint8Array): string {
  return createSha256()(bytes).join();
}

/** HMAC-SHA-256 (FIPS 198-1) with a key of at most 64 bytes. */
export function createHmac(key: Uint8Array): Hash {
  const keyed = (pad: number): Uint8Array => Uint8Array.from({ length: blockSize }, (_, at) => (key[at] ?? 0) ^ pad);
  const inner = createSha256(keyed(0x36));
  const outer = createSha256(keyed(0x5c));
  return (message) => outer(bytesOfWords(inner(message)));
}

/** A text as UTF-8. A text with half a surrogate pair has no UTF-8, so it gets bytes that no other text has. */
export function messageOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) {
      return text.isWellFormed() ? utf8(text) : unitsOf(text);
    }
    bytes[at] = unit;
  }
  return bytes;
}

/** Three bytes for each UTF-16 unit, in a form that no UTF-8 has. */
function unitsOf(text: string): Uint8Array {
  return Uint8Array.from({ length: 3 * text.length }, (_, at) => {
    const unit = text.charCodeAt(Math.floor(at / 3));
    return at % 3 === 0 ? 0xff : at % 3 === 1 ? unit >>> 8 : unit & 0xff;
  });
}

/** The bytes of hashed words. */
export function bytesOfWords(hash: Int32Array): Uint8Array {
  const bytes = new Uint8Array(4 * hash.length);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = (hash[at >>> 2] ?? 0) >>> (24 - 8 * (at & 3));
  }
  return bytes;
}

function withEnd(message: Uint8Array, before: number): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + endSize) / blockSize) * blockSize);
  padded.set(message);
  padded[message.length] = 0x80;
  const bits = 8 * (before + message.length);
  new DataView(padded.buffer).setUint32(padded.length - 8, Math.floor(bits / 2 ** 32));
  new DataView(padded.buffer).setUint32(padded.length - 4, bits);
  return padded;
}

/** Fills the words from the block that begins at a place. */
function expand(message: Uint8Array, at: number): void {
  for (let index = 0; index < 16; index++) {
    words[index] = wordAt(message, at + 4 * index);
  }
  for (let index = 16; index < 64; index++) {
    const early = words[index - 15] ?? 0;
    const late = words[index - 2] ?? 0;
    const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[index] = first + (words[index - 7] ?? 0) + second + (words[index - 16] ?? 0);
  }
}

/** Mixes the block that begins at a place into the state. */
function mixIn(state: Int32Array, message: Uint8Array, at: number): void {
  expand(message, at);
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let index = 0; index < 64; index++) {
    const high = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const one = sum(h + high + ((e & f) ^ (~e & g)), (factors[index] ?? 0) + (words[index] ?? 0));
    const low = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const two = sum(low, (a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = sum(d, one);
    d = c;
    c = b;
    b = a;
    a = sum(one, two);
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}

function wordAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}

/** Modulo 2^32. */
function sum(one: number, other: number): number {
  return Math.imul(one + other, 1);
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
