/** Of a long text, only this many characters at the beginning and as many at the end count. */
const longestEnd = 128;

/**
 * A hash of 30 bits, which V8 keeps without an object. It is FNV-1a over the characters, then mixed as in MurmurHash3,
 * so that every bit of the hash depends on all bits before the mixing.
 */
export function hashOf(text: string, seed: number): number {
  const { length } = text;
  if (length > 2 * longestEnd) {
    return hashOf(text.slice(0, longestEnd) + text.slice(-longestEnd), seed + length);
  }
  let hash = seed;
  for (let index = 0; index < length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) & 0x3fff_ffff;
}
