import assert from 'node:assert/strict';
import { failed, success, type Failure, type Result } from '../../../src/api/failure.ts';
import type { Page } from '../../../src/api/page.ts';
import { PageRecords } from '../../../src/api/pageRecords.ts';
import type { Connect } from '../../../src/sources/connect.ts';
import { withFittingPages } from '../../../src/sources/pageSize.ts';
import { everyFailure } from '../api/everyFailure.ts';
import { production, staging } from '../session/opened.ts';

const { signal } = new AbortController();
const records = new PageRecords();
const page: Result<Page> = success({ bytes: new Uint8Array(), contentType: '', records, broken: [], projects: [] });
const badGateway: Failure = { kind: 'serviceDown', status: 502 };

// A service that answers `most` records or fewer, and for how many it was asked.
function serviceOf(most: () => number, failure: Failure = badGateway) {
  const counts: unknown[] = [];
  const attempts: unknown[] = [];
  const service: Connect = (_, occasion) => async (query) => {
    counts.push(query.count ?? 'any');
    attempts.push(occasion.attemptsFor?.(failure) ?? 'usual');
    return (query.count ?? 0) > most() ? failed(failure) : page;
  };
  const connect = withFittingPages(service, () => 200);
  return { ask: connect(production, {}), other: connect(staging, {}), counts, attempts };
}

describe('a page of more records than the service can send', () => {
  for (const [what, failure] of [
    ['is larger than we take in', everyFailure['unexpected.tooLarge']],
    ['takes too long', everyFailure.tooSlow],
    ['is answered with an error in its place', everyFailure.errorAnswer],
    ['is refused as too large', { kind: 'refused', status: 413 }],
    ['breaks the service', { kind: 'serviceDown', status: 500 }],
    ['breaks a gateway', badGateway],
    ['takes too long for a gateway', { kind: 'serviceDown', status: 504 }],
    ['takes too long for a proxy', { kind: 'serviceDown', status: 524 }],
    ['is cut off with its line', everyFailure['unreachable.reset']],
    ['is cut off within its encoding', everyFailure.damaged],
    [
      'is cut off within its JSON',
      { kind: 'unexpected', cause: 'notJson', where: { position: 9, of: 9 }, bytes: 9, contentType: '' },
    ],
  ] as const) {
    it(`and ${what} is asked for with as few as are set, and so are those after it`, async () => {
      const { ask, counts } = serviceOf(() => 400, failure);
      assert.ok((await ask({ count: 2000 }, signal)).ok);
      assert.ok((await ask({ count: 2000 }, signal)).ok);
      assert.deepEqual(counts, [2000, 200, 200]);
    });
  }

  it('is halved when as few as are set are too many as well', async () => {
    const { ask, counts } = serviceOf(() => 60);
    assert.ok((await ask({ count: 2000 }, signal)).ok);
    assert.ok((await ask({ count: 200 }, signal)).ok);
    assert.deepEqual(counts, [2000, 200, 100, 50, 50]);
  });

  it('is halved also when no more than are set were asked for', async () => {
    const { ask, counts } = serviceOf(() => 60);
    assert.ok((await ask({ count: 150 }, signal)).ok);
    assert.deepEqual(counts, [150, 75, 37]);
  });

  it('is the same page: its days and its key stay', async () => {
    const asked: unknown[] = [];
    const connect = withFittingPages(
      () => async (query) => {
        asked.push(query);
        return query.count === 2000 ? failed(badGateway) : page;
      },
      () => 200,
    );
    const query = { days: { from: '2027-01-01', to: '2027-01-02' }, after: { id: 'a', date: 'b' } };
    await connect(production, {})({ ...query, count: 2000 }, signal);
    assert.deepEqual(asked, [
      { ...query, count: 2000 },
      { ...query, count: 200 },
    ]);
  });

  it('is asked for twice at first, then once for each smaller size', async () => {
    const { ask, attempts } = serviceOf(() => 60);
    await ask({ count: 2000 }, signal);
    assert.deepEqual(attempts, [2, 1, 1, 1]);
  });

  it('is asked for as often as ever where its line was cut, as any line may be', async () => {
    const { ask, attempts } = serviceOf(() => 400, everyFailure['unreachable.reset']);
    await ask({ count: 2000 }, signal);
    assert.deepEqual(attempts, ['usual', 1]);
  });

  it('makes no difference to other projects', async () => {
    const { ask, other, counts } = serviceOf(() => 400);
    await ask({ count: 2000 }, signal);
    await other({ count: 2000 }, signal);
    assert.deepEqual(counts, [2000, 200, 2000, 200]);
  });

  it('makes no difference to questions for fewer, or for any number', async () => {
    const { ask, counts } = serviceOf(() => 400);
    await ask({ count: 2000 }, signal);
    await ask({ count: 1, authId: 'a' }, signal);
    await ask({ authId: 'a' }, signal);
    assert.deepEqual(counts, [2000, 200, 1, 'any']);
  });
});

describe('a service that cannot send even the smallest page', () => {
  it('is down: it is waited for with the smallest page, and trying again repeats no other size', async () => {
    const { ask, counts, attempts } = serviceOf(() => 0);
    assert.deepEqual(await ask({ count: 2000 }, signal), failed(badGateway));
    assert.deepEqual(counts, [2000, 200, 100, 50, 25, 12, 10, 10]);
    assert.equal(attempts.at(-1), 'usual');
    await ask({ count: 2000 }, signal);
    assert.deepEqual(counts.slice(8), [10, 10]);
  });

  it('gets large pages again once it is back: they were not too large', async () => {
    let most = 0;
    const { ask, counts } = serviceOf(() => most);
    await ask({ count: 2000 }, signal);
    most = 2000;
    await ask({ count: 2000 }, signal);
    await ask({ count: 2000 }, signal);
    assert.deepEqual(counts.slice(8), [10, 2000]);
  });
});

describe('a page of the usual size', () => {
  for (const reason of ['tooSlow', 'unreachable.reset'] as const) {
    it(`is told at once: to wait for it once more is for a person to decide: ${reason}`, async () => {
      const { ask, counts } = serviceOf(() => 100, everyFailure[reason]);
      assert.deepEqual(await ask({ count: 200 }, signal), failed(everyFailure[reason]));
      assert.deepEqual(counts, [200]);
    });
  }

  it('that failed in every size comes whole once the service is back', async () => {
    let most = 0;
    const { ask, counts } = serviceOf(() => most);
    assert.deepEqual(await ask({ count: 200 }, signal), failed(badGateway));
    most = 2000;
    assert.ok((await ask({ count: 200 }, signal)).ok);
    assert.deepEqual(counts, [200, 100, 50, 25, 12, 10, 200]);
  });

  it('that failed in every size leaves what was learned before', async () => {
    let most = 400;
    const { ask, counts } = serviceOf(() => most);
    await ask({ count: 2000 }, signal);
    most = 0;
    await ask({ count: 100 }, signal);
    most = 400;
    await ask({ count: 2000 }, signal);
    assert.equal(counts.at(-1), 200);
  });
});

describe('a page that failed for another reason', () => {
  for (const reason of ['rateLimited', 'unexpected.notJson', 'keyNotAccepted', 'unreachable.refused'] as const) {
    it(`is asked for as it was: ${reason}`, async () => {
      const { ask, counts } = serviceOf(() => 0, everyFailure[reason]);
      await ask({ count: 2000 }, signal);
      await ask({ count: 2000 }, signal);
      assert.deepEqual(counts, [2000, 2000]);
    });
  }

  it('is met with all patience also where it follows one that was too large', async () => {
    const told: Failure[] = [badGateway, everyFailure.rateLimited];
    const attempts: unknown[] = [];
    const connect = withFittingPages(
      (_, occasion) => async () => {
        const failure = told.shift() ?? badGateway;
        attempts.push(occasion.attemptsFor?.(failure) ?? occasion.attempts);
        return failed(failure);
      },
      () => 200,
    );
    const page2000 = connect(production, { attempts: 8 })({ count: 2000 }, signal);
    assert.deepEqual(await page2000, failed(everyFailure.rateLimited));
    assert.deepEqual(attempts, [2, 8]);
  });
});
