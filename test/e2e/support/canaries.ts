import { send, type Envelope, type Fault } from '../../service/exchange.ts';
import type { Service } from '../../service/service.ts';

/** Texts that occur nowhere else, so that a search finds them wherever they leak to. */
export const canaries = {
  key: 'sk-canary-5f0c9e7b41d84a6e',
  newKey: 'sk-canary-c02d66f9be174d35',
  wrongKey: 'sk-canary-77d2never-accepted',
  keyOfStaging: 'sk-canary-41c2be90aa7d5e18',
  newKeyOfStaging: 'sk-canary-8d7f36e15b024f6c',
  wrongKeyOfStaging: 'sk-canary-0e93not-of-staging',
  comment: 'canary-comment-3be7f1',
  unknown: 'canary-unknown-90d4a8',
  absent: 'fa_canaryNeverGiven1',
} as const;

/** The keys of each of the two projects. No place may hold one of them at any time. */
export const keysOf = {
  production: [canaries.key, canaries.newKey, canaries.wrongKey],
  staging: [canaries.keyOfStaging, canaries.newKeyOfStaging, canaries.wrongKeyOfStaging],
} as const;

/** The most records that the service gives at a time, even when it is asked for more. */
export const pageSize = 12;

/** Every id of the service, that of a KYC submission too. */
export function idsOf({ records, recordsAt }: Service): readonly string[] {
  const text = JSON.stringify(recordsAt(0, records.size));
  return [...new Set(text.match(/\b(?:fa|kyc)_\w{10}\b/g))];
}

/** The id of the KYC submission of a record. */
export function kycIdOf({ records }: Service, index: number): string {
  return /\bkyc_\w{10}\b/.exec(JSON.stringify(records.record(index)))?.[0] ?? '';
}

/** Every text of the service's records that may not be kept. */
export function contentsOf(service: Service): readonly string[] {
  return [...idsOf(service), canaries.absent, canaries.comment, canaries.unknown];
}

/** Puts the canaries into every record. */
export function planted(): Fault {
  return async ({ answer, reply }) => {
    const response = await answer(({ searchParams }) => {
      if (searchParams.has('count')) {
        searchParams.set('count', String(Math.min(pageSize, Number(searchParams.get('count')))));
      }
    });
    const text = await response.text();
    send(reply, response.status, response.ok ? withCanaries(text) : text);
  };
}

function withCanaries(text: string): string {
  const elements = JSON.parse(text) as Envelope[];
  const record = (one: unknown): object =>
    Object.assign({}, one, { reject_comment: [canaries.comment], internal_note: canaries.unknown });
  return JSON.stringify(elements.map((element) => ({ ...element, data: element.data.map(record) })));
}

/** A failure whose body repeats the key, an id and what stands in a record. */
export function echoing(code: number, id: string): Fault {
  return async ({ arrival, reply }) => {
    const key = arrival.headers['x-api-key'] ?? '';
    const message = [key, id, canaries.comment, canaries.unknown].join(' ');
    send(reply, code, JSON.stringify({ traceId: `trace-${key}`, errorCode: id, message }), { 'x-echo': key });
  };
}
