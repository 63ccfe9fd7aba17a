import { DEMO_KEY } from '../../../src/demo/service.ts';
import type { Envelope } from '../../service/exchange.ts';

// A handler in process, or fetch: whatever answers a request.
export type Answers = (request: Request) => Promise<Response>;

// A GET with the demo key; `query` as it stands in an address, `base` without /faceauth.
export function get(query: Record<string, string> = {}, base = 'http://demo.invalid/v3', key = DEMO_KEY): Request {
  return new Request(`${base}/faceauth?${new URLSearchParams(query).toString()}`, {
    headers: { 'x-api-key': key },
    redirect: 'manual',
  });
}

// The answer's status, text and (when it is JSON) value.
export async function read(response: Promise<Response>): Promise<{ status: number; text: string; json: unknown }> {
  const { status, text } = await response.then(async (answer) => ({
    status: answer.status,
    text: await answer.text(),
  }));
  return { status, text, json: /^[[{"]/.test(text) ? JSON.parse(text) : undefined };
}

// The elements of a page; the caller knows that a page was sent.
export async function readPage(response: Promise<Response>): Promise<Envelope[]> {
  return (await read(response)).json as Envelope[];
}

// Follows the keys from page to page, at most `limit` pages; the records of each page as they were sent.
export async function readAll(answers: Answers, base: string, query: Record<string, string>, limit = 1000) {
  const pages: unknown[][] = [];
  for (let next: Record<string, string> | undefined = query; next && pages.length < limit;) {
    const elements: Envelope[] = await readPage(answers(get(next, base)));
    pages.push(elements.flatMap((element) => element.data));
    const key = elements.find((element) => element.nextPage_key)?.nextPage_key;
    next = key && { ...query, nextKey_id: key.authId, nextKey_date: key.createTime };
  }
  return pages;
}

// An object's fields; none for anything else, so that damaged records can be asked too.
export function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

// A list's items, a single value as one item, nothing for an absent one.
export function list(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : [value].flat();
}
