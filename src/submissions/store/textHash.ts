/** Of a longer text the beginning and the end count, this many characters each. */
const longestEnd = 128;

/** A hash of 30 bits, which V8 keeps without an object: FNV-1a over the characters, then mixed as MurmurHash3 does it, so that all bits depend on all. */
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
