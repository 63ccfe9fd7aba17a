import assert from 'node:assert/strict';
import { errorIn } from '../../../src/api/classify.ts';
import { explain } from '../../../src/api/explain.ts';
import type { Page } from '../../../src/api/page.ts';
import type { Result } from '../../../src/api/failure.ts';
import { assertBounded } from '../growth.ts';
import { asking, failureOf, KEY, valueOf } from './asking.ts';

async function answered(body: unknown, lazily = false): Promise<Result<Page>> {
  const send = async (): Promise<Response> =>
    await Promise.resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }));
  return await asking('https://host.example', { send, lazily }).ask({ count: 1 });
}

const record = { auth_id: 'fa_1', auth_status: 'approved' };

describe('a success with an error in the place of records', () => {
  for (const [body, words] of [
    [{ errorMessage: '2025-10-02T02:15:17Z Task timed out after 30.00 seconds' }, { timedOut: true }],
    [{ message: 'Endpoint request timed out' }, { timedOut: true }],
    [
      { errorType: 'Sandbox.Timedout', errorMessage: 'RequestId: 1' },
      { timedOut: true, errorCode: 'Sandbox.Timedout' },
    ],
    [[{ errorCode: 'X', message: 'y', traceId: 't' }], { timedOut: false, errorCode: 'X', message: 'y', traceId: 't' }],
    [{ errorCode: 4012 }, { timedOut: false, errorCode: '4012' }],
    [{ Message: 'no' }, { timedOut: false, message: 'no' }],
    [{ error: 'no' }, { timedOut: false, message: 'no' }],
    [
      { error: { code: 7, message: 'no' }, traceId: 't' },
      { timedOut: false, errorCode: '7', message: 'no', traceId: 't' },
    ],
    [{ errors: [{ message: 'no' }] }, { timedOut: false, message: 'no' }],
    [{ errors: ['no'] }, { timedOut: false, message: 'no' }],
    [{ message: ['no', 'nor this'] }, { timedOut: false, message: 'no; nor this' }],
    [
      { TraceId: 't', ErrorCode: 'X' },
      { timedOut: false, traceId: 't', errorCode: 'X' },
    ],
    [{ traceId: 't' }, { timedOut: false, traceId: 't' }],
    [{ Error: { Code: 'Denied', Message: 'no' } }, { timedOut: false, errorCode: 'Denied', message: 'no' }],
    [{ fault: { faultstring: 'no' } }, { timedOut: false, message: 'no' }],
    [{ statusCode: 504 }, { timedOut: true, errorCode: '504' }],
    [
      { statusCode: 408, message: 'no' },
      { timedOut: true, errorCode: '408', message: 'no' },
    ],
    [
      { type: 'about:blank', title: 'no', status: 400 },
      { timedOut: false, message: 'no' },
    ],
    [{ message: 'Forbidden' }, { timedOut: false, message: 'Forbidden' }],
    [
      { errorCode: 0, message: 'success' },
      { timedOut: false, message: 'success' },
    ],
    [
      { success: false, reason: 'no' },
      { timedOut: false, message: 'no' },
    ],
    [{ error: true }, { timedOut: false }],
    [{ ok: false }, { timedOut: false }],
    [{ status: 'error' }, { timedOut: false, errorCode: 'error' }],
    [{ status: 'FAILED' }, { timedOut: false, errorCode: 'FAILED' }],
    [{ exception: 'no' }, { timedOut: false, message: 'no' }],
    [[{ faceAuth_projectId: 'p', errorCode: 'X' }], { timedOut: false, errorCode: 'X' }],
    [[{ faceAuth_projectId: 'p', data: [], errorCode: 'X' }], { timedOut: false, errorCode: 'X' }],
    [[{ faceAuth_projectId: 'p', data: null, message: 'no' }], { timedOut: false, message: 'no' }],
    [
      { errorCode: 'NOT_FOUND', message: 'there is none', traceId: 't', authId: 'fa_1' },
      { timedOut: false, errorCode: 'NOT_FOUND', message: 'there is none', traceId: 't' },
    ],
    [
      { authId: 'fa_1', result: null, error: { code: 7, message: 'no' } },
      { timedOut: false, errorCode: '7', message: 'no' },
    ],
    [
      { result: { ok: false }, error: 'no' },
      { timedOut: false, message: 'no' },
    ],
    [[{ auth_id: 'fa_1', error: 'no' }], { timedOut: false, message: 'no' }],
    [
      { authId: 'fa_1', message: 'no such submission', traceId: 't' },
      { timedOut: false, message: 'no such submission', traceId: 't' },
    ],
    [[{ data: [] }, { errorCode: 'X', message: 'y' }], { timedOut: false, errorCode: 'X', message: 'y' }],
  ] as const) {
    it(`is told in its own words, and the address is not blamed: ${JSON.stringify(body)}`, async () => {
      for (const lazily of [false, true]) {
        const failure = failureOf(await answered(body, lazily));
        assert.partialDeepStrictEqual(failure, { kind: 'errorAnswer', status: 200, ...words });
        const { summary, advice } = explain(failure);
        assert.ok('message' in words ? summary.includes(words.message) : summary.includes('HTTP 200'));
        assert.doesNotMatch(advice, /baseUrl/);
      }
    });
  }

  for (const body of [
    [record],
    [{ ...record, message: 'a field that nobody knows', errorCode: 'X' }],
    [{ message: 'no id', auth_status: 'approved' }],
    [{ auth_id: 'fa_1', message: 'a field that nobody knows' }],
    [{ auth_id: 'fa_1', submit_type: 'form', code: 'E1' }],
    [{ auth_id: 'fa_1', result: { face_similarity: 71 }, error: 'camera closed' }],
    [{ auth_id: 'fa_1', fail_code: ['face_compare_underscore'], error: 'camera closed' }],
    [{ auth_id: 'fa_1', reject_comment: ['x'], error: 'camera closed' }],
    [{ auth_id: 'fa_1', signals: { startButtonClickTime: 'x' }, error: 'camera closed' }],
    [{ data: [record], message: 'ok', errorCode: 'X' }],
    [{ data: [{}], errorCode: 'X' }],
    [{ errorCode: 'X' }, record],
    [{ data: [], message: 'nothing found' }],
    [{ data: [], errorCode: 0, message: 'success' }],
    [{ data: [], errorCode: 'OK' }],
    [{ data: [], code: 'SUCCEED' }],
    [{ data: [], code: 'Succeeded', success: true }],
    { errorCode: 0, message: 'success', data: null },
    [{ errorCode: '0', message: 'OK', faceAuth_projectId: 'p', data: null }],
    [{ status: 'success', message: 'no submissions', data: null }],
    [{ message: 'ok', faceAuth_projectId: 'p', data: record }],
    [{ data: [], code: 200, status: 'success', error: false, errors: [] }],
    [{ data: [], errorCode: 'None', error: 'null' }],
    [{ data: [], traceId: 't' }],
    [{ faceAuth_projectId: 'p', traceId: 't' }],
    [],
  ]) {
    it(`is none where records or an empty page stand: ${JSON.stringify(body)}`, async () => {
      valueOf(await answered(body));
    });
  }

  for (const [body, reason, status] of [
    [{ statusCode: 503, message: 'Service Unavailable' }, 'serviceDown', 503],
    [{ statusCode: 502, body: '{"message":"no"}' }, 'serviceDown', 502],
    [{ type: 'about:blank', title: 'no', status: 500 }, 'serviceDown', 500],
    [{ errorCode: '425' }, 'serviceDown', 425],
    [{ errorCode: 'SERVICE_UNAVAILABLE' }, 'serviceDown', 200],
    [{ errorCode: 429, message: 'Too Many Requests' }, 'rateLimited', 429],
    [{ message: 'Too many requests, please slow down' }, 'rateLimited', 200],
    [{ __type: 'com.example#ThrottlingException' }, 'rateLimited', 200],
    [{ message: 'faceAuth_project not found', traceId: 't' }, 'keyNotAccepted', 200],
    [[{ errorCode: 'faceAuth_project not found.' }], 'keyNotAccepted', 200],
    [{ statusCode: 401, body: '{"message":"no"}' }, 'keyNotAccepted', 401],
    [{ statusCode: 403, message: 'Forbidden' }, 'keyNotAccepted', 403],
    [{ statusCode: 403, message: 'Blocked by policy' }, 'errorAnswer', 200],
  ] as const) {
    it(`is the failure that the service names, as if it were its status: ${JSON.stringify(body)}`, async () => {
      const failure = failureOf(await answered(body));
      assert.partialDeepStrictEqual(failure, { kind: reason, status });
    });
  }

  it('is in the log as what it is, beside the status of the answer', async () => {
    const send = async (): Promise<Response> => await Promise.resolve(new Response('{"statusCode":503}'));
    const { ask, exchanges } = asking('https://host.example', { send });
    await ask();
    assert.partialDeepStrictEqual(exchanges, [{ outcome: 200, problem: 'serviceDown' }]);
  });

  it('is not looked for in a long list: to look at each element would hold the thread', async () => {
    const elements = Array.from({ length: 500_000 }, () => ({ unknown: 1 }));
    const some = elements.slice(0, elements.length / 8);
    await assertBounded((size) => errorIn(size === elements.length ? elements : some, String), elements.length);
  });

  it('never shows the key, however it is written, and no more than a few words', async () => {
    const failure = failureOf(
      await answered({ message: `no ${KEY} ${'x'.repeat(10_000)}`, errorCode: KEY, traceId: KEY }),
    );
    const told = JSON.stringify([failure, explain(failure)]);
    assert.ok(!told.includes(KEY) && told.length < 2000, told);
  });

  it('is in the log with its status, as what it is', async () => {
    const send = async (): Promise<Response> => await Promise.resolve(new Response('{"errorCode":"X","traceId":"t"}'));
    const { ask, exchanges } = asking('https://host.example', { send });
    await ask();
    assert.partialDeepStrictEqual(exchanges, [{ outcome: 200, problem: 'errorAnswer', traceId: 't' }]);
  });
});
