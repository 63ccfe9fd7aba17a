/** Of the standard streams, which unpack it in every host. */
export const method = 'deflate-raw';

/** From 1 to 9. Half of the usual 6 takes less than half the time; what comes out is an eighth larger. */
const level = 3;

/** Bytes that come out at once. */
const chunkSize = 256 * 1024;

/**
 * Packs bytes on another thread where Node.js is: the standard streams know no levels, and hand over every stretch.
 * Undefined in a browser alone, which has only these.
 */
export function packedByNode(bytes: Uint8Array): Promise<Uint8Array> | undefined {
  const zlib =
    typeof process === 'object' && typeof process.getBuiltinModule === 'function'
      ? process.getBuiltinModule('node:zlib')
      : undefined;
  if (zlib === undefined) {
    return undefined;
  }
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  zlib.deflateRaw(bytes, { level, chunkSize }, (error, packed) => {
    if (error === null) {
      // A copy: what comes out may be a small part of a chunk, which it would keep.
      resolve(new Uint8Array(packed));
    } else {
      reject(error);
    }
  });
  return promise;
}
