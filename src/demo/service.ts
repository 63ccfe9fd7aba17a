import { iso } from './iso.ts';
import { type Cursor, type Days, readQuery } from './query.ts';
import { mix } from './random.ts';
import { type DemoRecords, demoRecords, type RecordOptions } from './records.ts';

/** What the demo project holds, and which keys open it (DEMO_KEY unless given). */
export interface DemoOptions extends RecordOptions {
  readonly keys?: readonly string[];
}

/** The key that opens the demo project; worthless anywhere else. */
export const DEMO_KEY = 'demo-key-for-synthetic-data';

/** The id under which the demo project introduces itself in every page. */
export const DEMO_PROJECT = 'demo_project';

/** The service over the records of a seed: answers GET …/faceauth as the real one does, in memory and at once. */
export function demoService(options: DemoOptions): (request: Request) => Promise<Response> {
  return serve(demoRecords(options), options.keys ?? [DEMO_KEY]);
}

/** The service over any records; every expected failure is a response, only an aborted request rejects. */
export function serve(records: DemoRecords, keys: readonly string[]): (request: Request) => Promise<Response> {
  return async (request) => {
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    if (!url.pathname.endsWith('/faceauth')) {
      return json(404, { message: 'Not Found', statusCode: 404 });
    }
    if (request.method !== 'GET') {
      return json(405, { message: 'Method Not Allowed', statusCode: 405 });
    }
    if (!keys.includes(request.headers.get('x-api-key') ?? '')) {
      return refuse(url, 'NOT_FOUND', 'faceAuth_project not found');
    }
    return answer(records, url);
  };
}

/** The half-open range of indexes that were created on the given days; found by halving, so no record is made. */
export function indexesOn(records: DemoRecords, days: Days | undefined): readonly [from: number, to: number] {
  if (days === undefined) {
    return [0, records.size];
  }
  return [firstOlderThan(records, days.until), firstOlderThan(records, days.from)];
}

function answer(records: DemoRecords, url: URL): Response {
  const query = readQuery(url.searchParams);
  if (query.kind === 'wrong') {
    return refuse(url, 'INVALID_PARAMETER', query.message);
  }
  if (query.kind === 'record') {
    const index = records.indexOf(query.id);
    return json(200, [{ faceAuth_projectId: DEMO_PROJECT, data: index === undefined ? [] : [records.record(index)] }]);
  }
  const [first, end] = indexesOn(records, query.days);
  const next = query.after === undefined ? first : indexAfter(records, query.after);
  if (next === undefined) {
    return refuse(url, 'INVALID_PARAMETER', 'nextKey is not valid');
  }
  return json(200, [page(records, Math.max(first, next), end, query.count)]);
}

function page(records: DemoRecords, from: number, end: number, count: number) {
  const to = Math.min(from + count, end);
  const data = Array.from({ length: Math.max(0, to - from) }, (_, offset) => records.record(from + offset));
  const element = { faceAuth_projectId: DEMO_PROJECT, data };
  if (data.length === 0 || to === end) {
    return element;
  }
  return { ...element, nextPage_key: { authId: records.id(to - 1), createTime: iso(records.time(to - 1)) } };
}

function indexAfter(records: DemoRecords, { id, time }: Cursor): number | undefined {
  const index = records.indexOf(id);
  return index !== undefined && iso(records.time(index)) === time ? index + 1 : undefined;
}

function firstOlderThan(records: DemoRecords, time: number): number {
  let low = 0;
  let high = records.size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (records.time(middle) < time) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

function refuse(url: URL, errorCode: string, message: string): Response {
  return json(400, { traceId: traceOf(url.href), errorCode, message });
}

/** Like the service's own: a UUID; the same request always gets the same one. */
function traceOf(text: string): string {
  const start = Array.from(text, (letter) => letter.charCodeAt(0)).reduce((sum, code) => mix(sum, code), 1);
  const hex = [1, 2, 3, 4].map((part) => mix(start, part).toString(16).padStart(8, '0')).join('');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-7$3-8$4-$5');
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}
