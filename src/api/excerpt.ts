import type { Page, PageRecord } from './page.ts';
import { createLocator } from './where.ts';

/** Some of a page's records as a page of their own: a flat list of their bytes as received, and nothing else. */
export function excerptOf(page: Page, isWanted: (record: PageRecord) => boolean): Page {
  const locate = createLocator(page.bytes);
  const wanted = page.records.filter(isWanted);
  const spans = wanted.map(locate);
  const bytes = new Uint8Array(
    spans.reduce((size, { start, end }) => size + end - start + 1, 1) + (wanted.length === 0 ? 1 : 0),
  );
  bytes[0] = 0x5b;
  let at = 1;
  for (const { start, end } of spans) {
    bytes.set(page.bytes.subarray(start, end), at);
    at += end - start;
    bytes[at++] = 0x2c;
  }
  bytes[bytes.length - 1] = 0x5d;
  return {
    bytes,
    contentType: page.contentType,
    records: wanted.map(({ record }, element) => ({ record, element, position: undefined })),
    broken: [],
    projects: wanted.map(() => undefined),
  };
}
