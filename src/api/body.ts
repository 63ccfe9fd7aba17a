import { joined } from '../json/bytes.ts';
import { failed, success, type Result } from './failure.ts';

/** The largest answer that is read, in bytes: 64 MiB. */
export const bodyLimit = 64 * 1024 * 1024;

/** The stream of a body broke after `bytes` decoded bytes; `cause` is the error that the stream threw. */
export class BrokenBody extends Error {
  readonly bytes: number;

  constructor(bytes: number, cause: unknown) {
    super('The body broke off', { cause });
    this.bytes = bytes;
  }
}

/**
 * Reads the body to its end as bytes; stops at the limit, before it fills the memory. Throws a `BrokenBody` when the
 * stream throws.
 */
export async function readBody(response: Response, contentType: string): Promise<Result<Uint8Array>> {
  const declared = Number(response.headers.get('content-length') ?? 0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    if (declared > bodyLimit) {
      await response.body?.cancel();
      return tooLarge(declared, contentType);
    }
    const body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = response.body ?? [];
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > bodyLimit) {
        return tooLarge(size, contentType);
      }
      chunks.push(chunk);
    }
  } catch (error) {
    throw new BrokenBody(size, error);
  }
  const [first] = chunks;
  return success(first !== undefined && chunks.length === 1 ? first : joined(chunks));
}

/**
 * The content type without its parameters, cut to 60 characters because it is remote text; empty without one. `hide` is
 * applied before the cut.
 */
export function contentTypeOf(response: Response, hide: (text: string) => string): string {
  return hide(response.headers.get('content-type') ?? '')
    .split(';', 1)
    .join('')
    .slice(0, 60);
}

/** The content encoding as the header names it, cut short like the type; empty without one. */
export function encodingOf(response: Response, hide: (text: string) => string): string {
  return hide(response.headers.get('content-encoding') ?? '')
    .trim()
    .slice(0, 60);
}

/** The first bytes of what was packed with gzip or zstd; neither begins a JSON text. */
const packedBeginnings = [
  [0x1f, 0x8b],
  [0x28, 0xb5, 0x2f, 0xfd],
];

const known = /^(identity|x-gzip|gzip|deflate|br|zstd|\s|,)*$/i;
const unpacked = /^(identity|\s|,)*$/i;

/**
 * Whether bytes are not JSON because they are still packed, in an encoding that nobody unpacked, or because the packed
 * body was cut off. Of a body that was cut off, the platform gives the part that it could unpack, without an error.
 */
export function isDamaged(bytes: Uint8Array, encoding: string, endsEarly: boolean): boolean {
  return (
    !known.test(encoding) ||
    (endsEarly && !unpacked.test(encoding)) ||
    packedBeginnings.some((begin) => begin.every((byte, index) => bytes[index] === byte))
  );
}

function tooLarge(bytes: number, contentType: string): Result<Uint8Array> {
  return failed({ kind: 'unexpected', cause: 'tooLarge', where: { limit: bodyLimit }, bytes, contentType });
}
