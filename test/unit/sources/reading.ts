import { gzipSync } from 'node:zlib';
import type { Failure } from '../../../src/api/failure.ts';
import type { Page } from '../../../src/api/page.ts';
import { pagesOf } from '../../../src/api/pages.ts';
import type { Query } from '../../../src/api/address.ts';
import { fileSource, type FileBytes } from '../../../src/sources/file.ts';

/** A file of these bytes, which come so many at a time. */
export function fileOf(bytes: Uint8Array | string, piece = 1024 * 1024, name = 'capture.json'): FileBytes {
  const all = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return {
    name,
    pieces: async function* () {
      for (let at = 0; at < all.length; at += piece) {
        yield all.subarray(at, at + piece);
      }
    },
  };
}

/** What came of reading a file to its end. */
export interface ReadFile {
  readonly pages: readonly Page[];
  readonly ids: readonly string[];
  /** Of each broken record its problem, and its line where that is known. */
  readonly broken: readonly string[];
  readonly failure: Failure | undefined;
}

/** Reads a file as a walk does, page by page. */
export async function readAll(file: FileBytes, query: Query = {}, lazily = false): Promise<ReadFile> {
  const pages: Page[] = [];
  let failure: Failure | undefined;
  for await (const page of pagesOf(fileSource(file, { lazily }), query, new AbortController().signal)) {
    if (!page.ok) {
      ({ failure } = page);
      break;
    }
    pages.push(page.value);
  }
  return {
    pages,
    ids: pages.flatMap(({ records }) => records.ids),
    broken: pages.flatMap(({ broken }) =>
      broken.map(({ problem, line }) => (line === undefined ? problem : `${problem} ${line}`)),
    ),
    failure,
  };
}

/** The text packed with gzip. */
export function gzipped(text: string): Uint8Array {
  return gzipSync(text);
}

/** The text as UTF-16, with the mark of its byte order or without. */
export function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}
