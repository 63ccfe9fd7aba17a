import type { Query } from '../../../../src/api/address.ts';
import { pagesOf } from '../../../../src/api/pages.ts';
import type { Exported, RangeExport } from '../../../../src/export/range.ts';
import type { Format } from '../../../../src/export/format.ts';
import type { Report } from '../../../../src/export/writing.ts';
import { asking, brisk, KEY } from '../../api/asking.ts';
import { startService, type Service, type ServiceOptions } from '../../../service/service.ts';
import { exported, pageOf, rowsOf } from './written.ts';

/** How many records the service holds unless told otherwise. */
export const SIZE = 230;

/** The service with records that can all be read. */
export async function started(options: ServiceOptions = {}): Promise<Service> {
  return await startService({ size: SIZE, broken: false, keys: [KEY], ...options });
}

/** How an export differs from the usual one. */
export type Options = Partial<RangeExport> & { readonly attempts?: number; readonly query?: Query };

/** An export of everything that the service has, in pages of 50, each asked for up to four times. */
export async function exportOf(
  service: Service,
  { attempts = 4, query, ...options }: Options = {},
): Promise<Exported & { readonly text: string }> {
  const signal = options.signal ?? new AbortController().signal;
  const { client } = asking(service.baseUrl, { patience: { ...brisk, attempts } });
  return await exported(pagesOf(client, { count: 50, ...query }, signal), { ...options, signal });
}

/** The ids in an export as JSON, in their order. */
export async function idsIn(json: string): Promise<string> {
  const { records } = await pageOf(json);
  return records.ids.join();
}

/** How many records an export holds, which must be a whole document. */
export async function recordsIn(text: string, format: Format): Promise<number> {
  switch (format) {
    case 'json':
      return (await pageOf(text)).records.length;
    case 'ndjson':
      return text.split('\n').filter((line) => line !== '' && typeof JSON.parse(line) === 'object').length;
    case 'csv':
      return rowsOf(text).length - 1;
  }
}

/** Records, pages, duplicates, broken ones, and those left out of them. */
export function counts({ records, pages, duplicates, broken, leftOut }: Report): readonly number[] {
  return [records, pages, duplicates, broken, leftOut];
}
