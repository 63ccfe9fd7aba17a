import type { IncomingMessage } from 'node:http';
import { readQuery } from '../../src/demo/query.ts';
import type { DemoRecords } from '../../src/demo/records.ts';
import { indexesOn } from '../../src/demo/service.ts';
import { AGAIN } from './cursors.ts';
import type { Arrival } from './exchange.ts';

// What arrived, and the index of the first record that its page holds; `url` is the full address asked for.
export function arrivalOf(message: IncomingMessage, url: URL, records: DemoRecords): [Arrival, first: number] {
  const query = Object.fromEntries(url.searchParams);
  const { first, page } = placeOf(url, records);
  const arrival: Arrival = {
    method: message.method ?? '',
    path: url.pathname,
    query,
    headers: headersOf(message),
    at: Date.now(),
    kind: query['authId'] || query['auth_id'] ? 'look-up' : 'page',
    page,
  };
  return [arrival, first];
}

// The headers as plain texts, names in lower case.
export function headersOf(message: IncomingMessage): Record<string, string> {
  const entries = Object.entries(message.headers).map(([name, value]): [string, string] => [
    name,
    [value ?? ''].flat().join(', '),
  ]);
  return Object.fromEntries(entries);
}

function placeOf(url: URL, records: DemoRecords): { first: number; page: number } {
  const query = readQuery(url.searchParams);
  if (query.kind !== 'page') return { first: 0, page: 1 };
  const [start] = indexesOn(records, query.days);
  const before = query.after && records.indexOf(query.after.id.replace(AGAIN, ''));
  if (before === undefined) return { first: start, page: 1 };
  const first = Math.max(start, before + 1);
  return { first, page: 1 + Math.max(1, Math.ceil((first - start) / query.count)) };
}
