import { type Envelope, type Exchange, type Fault, send } from './exchange.ts';
import { status } from './statuses.ts';

// Answers with exactly this text.
export function raw(body: string, contentType = 'application/json'): Fault {
  return status(200, body, { 'content-type': contentType });
}

// Answers with this value as JSON, whatever was asked.
export function shape(value: unknown): Fault {
  return raw(JSON.stringify(value));
}

// Answers with what `change` makes of the undisturbed elements; refusals stay as they are.
export function edited(change: (elements: Envelope[], exchange: Exchange) => unknown): Fault {
  return rewritten((text, exchange) => JSON.stringify(change(JSON.parse(text) as Envelope[], exchange)));
}

// Answers with what `change` makes of the undisturbed text; refusals stay as they are.
export function rewritten(change: (text: string, exchange: Exchange) => string): Fault {
  return async (exchange) => {
    const response = await exchange.answer();
    const text = await response.text();
    send(exchange.reply, response.status, response.ok ? change(text, exchange) : text);
  };
}

// The bodies that are JSON but not a page of submissions.
export const WRONG_SHAPES: readonly unknown[] = [
  {},
  42,
  'x',
  null,
  true,
  [null],
  [42],
  [{ data: 5 }],
  [{ data: null }],
];

// The payload as the service encrypts it: one base64 text under `data`.
export function encrypted(): Fault {
  return rewritten((text) => JSON.stringify({ data: Buffer.from(text).toString('base64') }));
}

// A byte order mark before the JSON.
export function byteOrderMark(): Fault {
  return rewritten((text) => `\uFEFF${text}`);
}

// The records without their envelope, hence without a next page.
export function flat(): Fault {
  return edited((elements) => elements.flatMap((element) => element.data));
}

// An array without elements.
export function emptyArray(): Fault {
  return shape([]);
}

// Each page's records spread over two project elements; the key of the next page on the one that is named.
export function twoProjects(keyOn: 'first' | 'last' = 'last'): Fault {
  return edited(([page]) => {
    const { data = [], nextPage_key } = page ?? {};
    const half = Math.ceil(data.length / 2);
    const key = nextPage_key && { nextPage_key };
    return [
      { faceAuth_projectId: 'demo_project', data: data.slice(0, half), ...(keyOn === 'first' && key) },
      { faceAuth_projectId: 'demo_project_2', data: data.slice(half), ...(keyOn === 'last' && key) },
    ];
  });
}
