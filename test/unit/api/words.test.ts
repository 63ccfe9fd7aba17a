import assert from 'node:assert/strict';
import { explain } from '../../../src/api/explain.ts';
import { reasonOf } from '../../../src/api/failure.ts';
import { everyFailure } from './everyFailure.ts';

const settings = [
  ['address of the project', 'addProject'],
  ['faceauth.pageSize', 'openPageSizeSetting'],
  ['faceauth.requestTimeoutSeconds', 'openTimeoutSetting'],
  ['proxy settings', 'openProxySettings'],
] as const;

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

    it(`lead from ${reason} to every setting that they name`, () => {
      const { advice, remedies } = explain(failure);
      for (const [setting, remedy] of settings) {
        assert.ok(!advice.includes(setting) || remedies.includes(remedy), advice);
      }
    });

    it(`have the name ${reason} in the log`, () => {
      assert.equal(reasonOf(failure), reason);
    });
  }

  it('count one as one', () => {
    assert.equal(
      explain({ kind: 'idIgnored', records: 1 }).summary,
      'The service did not look for the id: another submission came.',
    );
    assert.equal(
      explain({ kind: 'idNotReached', answers: 1 }).summary,
      'No submission of this id was found in the answer, though the service says that there is more.',
    );
  });

  for (const reason of ['keyNotAccepted', 'addressNotAllowed', 'refused', 'rateLimited', 'serviceDown'] as const) {
    it(`hold the service's status, message and trace ID for ${reason}`, () => {
      const { summary } = explain(everyFailure[reason]);
      assert.match(summary, /HTTP 400, in its own words, trace ID trace-7/);
    });
  }

  it('hold the error code where there is no message', () => {
    assert.match(explain({ kind: 'refused', status: 413, errorCode: 'BIG' }).summary, /HTTP 413, BIG/);
  });

  for (const [kind, otherwise] of [
    ['rateLimited', 'Wait a minute, then try again.'],
    ['serviceDown', 'Try again in a while.'],
  ] as const) {
    const now = Date.UTC(2027, 0, 13, 10, 0, 0);
    const adviceAt = (retryAt: number, zone: 'utc' | 'local' = 'utc'): string =>
      explain({ kind, status: 429, retryAt }, zone, now).advice;

    it(`say when to try again for ${kind}, with its date where that is not today's`, () => {
      assert.equal(adviceAt(now + 3_600_000), 'Try again after 11:00:00 UTC.');
      assert.equal(adviceAt(now + 172_800_000), 'Try again after 2027-01-15 10:00:00 UTC.');
      assert.equal(adviceAt(now + 14 * 3_600_000), 'Try again after 2027-01-14 00:00:00 UTC.');
    });

    it(`say when to try again for ${kind} in the zone of the setting`, () => {
      const zone = process.env['TZ'];
      process.env['TZ'] = 'Asia/Tokyo';
      try {
        assert.match(adviceAt(now + 3_600_000, 'local'), /^Try again after 20:00:00 (GMT\+9|JST)\.$/);
        assert.match(adviceAt(now + 6 * 3_600_000, 'local'), /^Try again after 2027-01-14 01:00:00 (GMT\+9|JST)\.$/);
      } finally {
        process.env['TZ'] = zone;
      }
    });

    it(`name no time for ${kind} where the service named none, or it is over`, () => {
      assert.equal(explain({ kind, status: 429 }, 'utc', now).advice, otherwise);
      assert.equal(adviceAt(now - 1), 'Try again.');
    });
  }

  it('offer more time only where the setting allows more', () => {
    assert.match(explain({ kind: 'tooSlow', seconds: 299.9 }).advice, /requestTimeoutSeconds/);
    assert.doesNotMatch(explain({ kind: 'tooSlow', seconds: 300 }).advice, /requestTimeoutSeconds/);
  });

  it('say that it was asked several times only when it was', () => {
    const several = /several times/;
    const reset = { kind: 'unreachable', cause: 'reset', code: 'ECONNRESET', host: 'host.example' } as const;
    for (const failure of [{ kind: 'serviceDown', status: 500 }, reset] as const) {
      assert.doesNotMatch(explain(failure).advice, several);
      assert.match(explain({ ...failure, attempts: 4 }).advice, several);
    }
    const waiting = { kind: 'serviceDown', status: 503, retryAt: Date.UTC(2999, 0) } as const;
    assert.doesNotMatch(explain(waiting).advice, several);
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

  it('offer to try again wherever another try may do better', () => {
    const without = all.filter(([, failure]) => !explain(failure).remedies.includes('tryAgain'));
    assert.deepEqual(
      without.map(([reason]) => reason),
      ['unaskableId'],
    );
  });

  it('offer the page size where a larger time-out is not allowed', () => {
    assert.deepEqual(explain({ kind: 'tooSlow', seconds: 300 }).remedies, [
      'tryAgain',
      'openPageSizeSetting',
      'showLog',
    ]);
  });

  it('offer the key only where the key is at fault, and name the host that it is for', () => {
    const offering = all.filter(([, failure]) =>
      explain(failure).remedies.some((one) => /^(enter|replace)Key$/.test(one)),
    );
    assert.deepEqual(
      offering.map(([reason]) => reason),
      ['noKey', 'keyring.silent', 'keyring.refused', 'keyNotAccepted'],
    );
    for (const [, failure] of offering) {
      const { summary, advice } = explain(failure);
      assert.match(`${summary} ${advice}`, /host\.example/);
    }
  });
});
