import { type Fault, send, type Envelope } from './exchange.ts';
import { edited } from './shapes.ts';

/** Fields that a record gets, each with a value of a type that the service's documentation does not name. */
export const oddFields: readonly Readonly<Record<string, unknown>>[] = [
  { fail_code: 6102 },
  { fail_code: [6102, 'Face_cover_fail'] },
  { delete_check: 0 },
  { delete_check: 'false' },
  { kyc_submission_id: 88_231 },
  { create_time: 1_800_000_000_000 },
  { result: '{"face_similarity":71}' },
  { policy: [] },
  { result: [] },
  { signals: [] },
  { signals: { cameraProcessInfo: {} } },
  { submit_type: 7 },
  { reject_comment: { text: 'no list' } },
];

/** Nothing is odd. */
export const asUsual: Fault = async ({ answer, reply }) => {
  const response = await answer();
  send(reply, response.status, await response.text());
};

/** Every record has an odd field, one after the other. */
export function oddRecords(): Fault {
  return edited((elements) =>
    elements.map((element) => ({
      ...element,
      data: element.data.map((record, index) => Object.assign({}, record, oddFields[index % oddFields.length])),
    })),
  );
}

/** The next-page key holds a value from which no request can be made. */
export function strangeKey(): Fault {
  return edited((elements) => elements.map((element) => ({ ...element, nextPage_key: { shard: { of: [7] } } })));
}

/** Every answer holds the same three records, under a key that was never given out before. */
export function mintedKeys(): Fault {
  let given = 0;
  return async ({ records, reply }) => {
    given += 1;
    const nextPage_key = { authId: `again~${given}`, createTime: new Date(given).toISOString() };
    send(reply, 200, JSON.stringify([{ data: [0, 1, 2].map(records.record), nextPage_key }]));
  };
}

/** The record of this id is sent with another status. */
export function withStatus(id: string, status: string): Fault {
  return edited((elements: Envelope[]) =>
    elements.map((element) => ({
      ...element,
      data: element.data.map((record) =>
        idOf(record) === id ? Object.assign({}, record, { auth_status: status }) : record,
      ),
    })),
  );
}

/** A gateway that answers a request for more records than `most` with its own error. */
export function brokenAbove(most: number): Fault {
  return async (exchange) => {
    if (Number(exchange.arrival.query['count']) > most) {
      send(exchange.reply, 502, '{"message":"Internal server error"}');
    } else {
      await asUsual(exchange);
    }
  };
}

function idOf(record: unknown): unknown {
  return typeof record === 'object' && record !== null && 'auth_id' in record ? record.auth_id : undefined;
}
