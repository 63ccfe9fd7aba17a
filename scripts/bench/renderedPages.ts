import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { largestPage } from '../../src/api/address.ts';
import { demoPages } from './demoPages.ts';

/**
 * Up to this many pages stay as they are, about 180 MB. With more, each is packed to an eighth and unpacked when asked
 * for.
 */
const unpackedPages = 50;

interface Rendered {
  readonly bytes: Uint8Array;
  readonly packed: boolean;
}

/** The answers of a service with a number of records. All are made in advance, so that making them is not measured. */
export class RenderedPages {
  readonly #pages: Rendered[] = [];
  /** The place of the page that begins after the record with an id. */
  readonly #placeAfter = new Map<string, number>();

  static async of(records: number): Promise<RenderedPages> {
    const all = new RenderedPages();
    const count = records / largestPage;
    const packed = count > unpackedPages;
    for await (const { bytes, next } of demoPages(count, records)) {
      all.#pages.push({ bytes: packed ? deflateRawSync(bytes, { level: 1 }) : bytes, packed });
      if (next !== undefined) all.#placeAfter.set(next.id, all.#pages.length);
    }
    return all;
  }

  /**
   * The page after the record with an id, or the first page without an id; as if the service held only `records`
   * records.
   */
  after(id: string | null, records: number): Uint8Array | undefined {
    const place = id === null ? 0 : this.#placeAfter.get(id);
    const page = place === undefined ? undefined : this.#pages[place];
    if (place === undefined || page === undefined || place * largestPage >= records) return undefined;
    const bytes = page.packed ? inflateRawSync(page.bytes) : page.bytes;
    return (place + 1) * largestPage >= records ? withoutNext(bytes) : bytes;
  }
}

// The key of the next page stands at the end, after the records.
function withoutNext(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf(',"nextPage_key":');
  return end === -1 ? bytes : Buffer.concat([buffer.subarray(0, end), Buffer.from('}]')]);
}
