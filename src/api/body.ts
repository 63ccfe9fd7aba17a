import { joined } from '../json/bytes.ts';
import { failed, success, type Result } from './failure.ts';

/** The largest answer that is read, in bytes: 64 MiB. */
export const bodyLimit = 64 * 1024 * 1024;

/** Reads the body to its end as bytes; stops at the limit, before it fills the memory. Throws what the stream throws. */
export async function readBody(response: Response, contentType: string): Promise<Result<Uint8Array>> {
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (declared > bodyLimit) {
    await response.body?.cancel();
    return tooLarge(declared, contentType);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = response.body ?? [];
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > bodyLimit) {
      return tooLarge(size, contentType);
    }
    chunks.push(chunk);
  }
  const [first] = chunks;
  return success(first !== undefined && chunks.length === 1 ? first : joined(chunks));
}

/** The content type without its parameters, cut short: it is remote text. `hide` sees it before the cut. */
export function contentTypeOf(response: Response, hide: (text: string) => string): string {
  return hide(response.headers.get('content-type') ?? 'unknown type')
    .split(';', 1)
    .join('')
    .slice(0, 60);
}

function tooLarge(bytes: number, contentType: string): Result<Uint8Array> {
  const where = `${bodyLimit / 1024 / 1024} MiB`;
  return failed({ kind: 'unexpected', cause: 'tooLarge', where, bytes, contentType });
}
