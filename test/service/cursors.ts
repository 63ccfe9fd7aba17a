import { iso } from '../../src/demo/iso.ts';
import type { DemoRecords } from '../../src/demo/records.ts';
import { type Envelope, type Fault, send } from './exchange.ts';
import { edited } from './shapes.ts';

// Appended to a next-page key whose first request was answered with the previous page again.
export const AGAIN = '~again';

// Every page names the same next page for ever.
export function cursorLoop(): Fault {
  const keys: object[] = [];
  return edited((elements, { records }) => {
    keys.push(elements[0]?.nextPage_key ?? keyAfter(records, 0));
    return elements.map((element) => ({ ...element, nextPage_key: keys[0] }));
  });
}

// Sends every page but the last twice, the second time under a key never seen before; nothing is left out.
export function repeatedPages(): Fault {
  return async ({ arrival, records, first, answer, reply }) => {
    const { nextKey_id: id, nextKey_date: date, count } = arrival.query;
    const response = await answer((url) => {
      if (id?.endsWith(AGAIN)) url.searchParams.set('nextKey_id', id.slice(0, -AGAIN.length));
    });
    const fresh = id === undefined || id.endsWith(AGAIN) || !response.ok;
    if (fresh) return send(reply, response.status, await response.text());
    const from = Math.max(0, first - Number(count ?? 2000));
    const data = Array.from({ length: first - from }, (_, offset) => records.record(from + offset));
    const page = { faceAuth_projectId: 'demo_project', data, nextPage_key: { authId: id + AGAIN, createTime: date } };
    send(reply, 200, JSON.stringify([page]));
  };
}

// The first call gets as many records as asked for, the second a half, the third a third …, at least one.
export function shrinkingPages(): Fault {
  const calls: string[] = [];
  return async ({ arrival, answer, reply }) => {
    calls.push(arrival.path);
    const count = Math.max(1, Math.floor(Number(arrival.query['count'] ?? 2000) / calls.length));
    const response = await answer((url) => url.searchParams.set('count', String(count)));
    send(reply, response.status, await response.text());
  };
}

// Ignores these parameters, so that a look-up by one of them gets the list instead of one record.
export function ignoringAuthId(names: readonly string[] = ['authId', 'auth_id']): Fault {
  return async ({ answer, reply }) => {
    const response = await answer((url) => {
      for (const name of names) url.searchParams.delete(name);
    });
    send(reply, response.status, await response.text());
  };
}

// `create_time` in place of `createTime` in the key of the next page.
export function snakeCursor(): Fault {
  return editedKeys((key) => key && { authId: key.authId, create_time: key.createTime });
}

// The last page says so with this value (null, {}, '' …) instead of leaving the key out.
export function lastCursor(value: unknown): Fault {
  return editedKeys((key) => key ?? value);
}

// The last page with records names one more page, which is empty.
export function emptyLastPage(): Fault {
  return edited((elements, { records, first, arrival }) => {
    const [page] = elements;
    if (!page || page.nextPage_key || page.data.length === 0 || arrival.kind === 'look-up') return elements;
    return [{ ...page, nextPage_key: keyAfter(records, first + page.data.length - 1) }];
  });
}

function editedKeys(change: (key: Envelope['nextPage_key']) => unknown): Fault {
  return edited((elements) =>
    elements.map(({ nextPage_key, ...rest }) => ({ ...rest, nextPage_key: change(nextPage_key) })),
  );
}

function keyAfter(records: DemoRecords, index: number) {
  return { authId: records.id(index), createTime: iso(records.time(index)) };
}

// Every page has these records, whatever was asked for, and a key that was never seen before.
export function mintedCursors(data: readonly unknown[]): Fault {
  let minted = 0;
  return async ({ reply }) => {
    const nextPage_key = { authId: `minted~${++minted}`, createTime: '2027-01-15T00:00:00Z' };
    send(reply, 200, JSON.stringify([{ faceAuth_projectId: 'demo_project', data, nextPage_key }]));
  };
}

// These pages one after the other, whatever count was asked for; each but the last names the next one.
export function pagesInOrder(pages: readonly (readonly unknown[])[]): Fault {
  return async ({ arrival, reply }) => {
    const at = Number(arrival.query['nextKey_id'] ?? 0);
    const nextPage_key = at + 1 < pages.length ? { authId: String(at + 1), createTime: 'later' } : null;
    send(reply, 200, JSON.stringify([{ faceAuth_projectId: 'demo_project', data: pages[at] ?? [], nextPage_key }]));
  };
}

// A gateway that fails with `then` on every page of more records than this, and lets the others through.
export function brokenAbove(most: number, then: Fault): Fault {
  return async (exchange) => {
    if (Number(exchange.arrival.query['count'] ?? 2000) > most) return then(exchange);
    const response = await exchange.answer();
    send(exchange.reply, response.status, await response.text());
  };
}
