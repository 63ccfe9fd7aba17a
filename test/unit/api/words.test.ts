import assert from 'node:assert/strict';
import { explain } from '../../../src/api/explain.ts';
import { reasonOf } from '../../../src/api/failure.ts';
import { everyFailure } from './everyFailure.ts';

const all = Object.entries(everyFailure);

describe('the words for a failure', () => {
  it('differ for every kind and cause', () => {
    const summaries = all.map(([, failure]) => explain(failure).summary);
    assert.equal(new Set(summaries).size, summaries.length);
  });

  for (const [reason, failure] of all) {
    it(`offer a remedy for ${reason}`, () => {
      const { summary, advice, remedies } = explain(failure);
      assert.ok(summary.length > 5);
      assert.ok(advice.length > 10 || reason === 'cancelled');
      assert.ok(remedies.length > 0);
      assert.equal(new Set(remedies).size, remedies.length);
    });

    it(`have the name ${reason} in the conditions of the empty view`, () => {
      assert.equal(reasonOf(failure), reason);
    });
  }

  for (const reason of ['keyNotAccepted', 'addressNotAllowed', 'refused', 'rateLimited', 'serviceDown'] as const) {
    it(`hold the service's status, message and trace ID for ${reason}`, () => {
      const { summary } = explain(everyFailure[reason]);
      assert.match(summary, /HTTP 400, in its own words, trace ID trace-7/);
    });
  }

  it('hold the error code where there is no message', () => {
    assert.match(explain({ kind: 'refused', status: 413, errorCode: 'BIG' }).summary, /HTTP 413, BIG/);
  });

  it('say when to try again, in UTC', () => {
    assert.match(explain(everyFailure.rateLimited).advice, /12:34:56 UTC/);
    assert.match(explain({ kind: 'rateLimited', status: 429 }).advice, /a minute/);
  });

  it('stay short when the service talks at length', () => {
    const long = 'x'.repeat(1_000_000);
    const { summary } = explain({ kind: 'refused', status: 400, traceId: long, errorCode: long, message: long });
    assert.ok(summary.length < 600);
  });

  it('stay short when only the error code is long', () => {
    const { summary } = explain({ kind: 'refused', status: 400, errorCode: 'x'.repeat(1_000_000) });
    assert.ok(summary.length < 600);
  });

  it('offer the key only where the key is at fault', () => {
    const offering = all.filter(([, failure]) => explain(failure).remedies.includes('replaceKey'));
    assert.deepEqual(
      offering.map(([reason]) => reason),
      ['noKey', 'keyNotAccepted'],
    );
  });
});
