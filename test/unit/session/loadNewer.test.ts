import assert from 'node:assert/strict';
import type { Patience } from '../../../src/api/retry.ts';
import { largestPage } from '../../../src/api/address.ts';
import type { Ask } from '../../../src/api/client.ts';
import { readPage } from '../../../src/api/page.ts';
import type { Days } from '../../../src/session/state.ts';
import { utcDay } from '../../../src/submissions/model/days.ts';
import { startService } from '../../service/service.ts';
import { failures } from '../../service/statuses.ts';
import { asking, KEY } from '../api/asking.ts';
import { recordValue } from '../submissions/recordValue.ts';
import { answerOf, held, outcomeOf, production, sessionAt, sessionOf, sessionWith, shownIn } from './opened.ts';

const OPTIONS = { size: 95, broken: false, keys: [KEY] };

// A record of the day; the later its number, the newer it is.
function record(number: number): object {
  return {
    auth_id: `id${number}`,
    auth_status: 'approved',
    create_time: new Date(Date.UTC(2027, 0, 15, 0, number)).toISOString(),
  };
}

// The records of these numbers, the newest first.
function records(from: number, to: number): object[] {
  return Array.from({ length: from - to + 1 }, (_, index) => record(from - index));
}

describe('what came since', () => {
  it('appears, and nothing of what was there counts as sent twice', async () => {
    const pages = [records(20, 11), records(10, 1)];
    const { session, states } = sessionOf(pages);
    await session.open(production);
    pages[0] = [...records(23, 21), ...records(20, 14)];
    const before = states.length;
    assert.equal((await session.loadNewer()).failure, undefined);
    const { count, duplicates, groups, matching, more, pages: loaded } = shownIn(session.state).loaded;
    assert.deepEqual([count, groups.count, matching, duplicates, more], [13, 13, 13, 0, true]);
    assert.deepEqual(
      loaded.map(({ number, newest }) => [number, newest]),
      [
        [1, Date.UTC(2027, 0, 15, 0, 20)],
        [2, Date.UTC(2027, 0, 15, 0, 23)],
      ],
    );
    assert.deepEqual([states.length - before, outcomeOf(session.state)], [1, 'ready']);
    assert.equal(session.records.known(production, 'id23')?.id, 'id23');
  });

  it('is followed by older submissions where these had stopped', async () => {
    const pages = [records(20, 11), records(10, 1)];
    const { session } = sessionOf(pages);
    await session.open(production);
    pages[0] = [...records(23, 21), ...records(20, 14)];
    await session.loadNewer();
    await session.loadOlder();
    const { count, duplicates, more } = shownIn(session.state).loaded;
    assert.deepEqual([count, duplicates, more], [23, 0, false]);
  });

  it('counts records that cannot be read, each once', async () => {
    const pages: unknown[][] = [[...records(2, 1), { create_time: 'broken before' }]];
    const { session } = sessionOf(pages);
    await session.open(production);
    pages[0] = [record(3), { create_time: 'one' }, { create_time: 'two' }, ...(pages[0] ?? [])];
    await session.loadNewer();
    await session.loadNewer();
    const { count, broken } = shownIn(session.state).loaded;
    assert.deepEqual([count, broken.length], [3, 3]);
    const texts = await Promise.all(broken.map(async (place) => JSON.stringify(await recordValue(place))));
    assert.deepEqual(texts, ['{"create_time":"broken before"}', '{"create_time":"one"}', '{"create_time":"two"}']);
  });

  it('stays under the project that it came under', async () => {
    const data = [record(1)];
    const ask: Ask = async () => await readPage(answerOf([{ faceAuth_projectId: 'p"1', data }]));
    const { session } = sessionWith(() => ask);
    await session.open(production);
    data.unshift(record(2));
    await session.loadNewer();
    const bytes = await shownIn(session.state).loaded.pages.at(-1)?.source.bytes();
    assert.deepEqual(JSON.parse(new TextDecoder().decode(bytes)), [{ faceAuth_projectId: 'p"1', data: [record(2)] }]);
  });

  it('comes under the filter and into the groups that are there', async () => {
    const pages = [records(3, 1)];
    const { session } = sessionOf(pages);
    await session.open(production);
    await session.arrange({ grouping: 'day', filter: { statuses: ['rejected'] } });
    pages[0] = [{ ...record(5), auth_status: 'rejected' }, ...records(4, 1)];
    await session.loadNewer();
    const { count, matching, groups } = shownIn(session.state).loaded;
    assert.deepEqual([count, matching, [...groups.groups.keys()]], [5, 1, ['2027-01-15']]);
  });

  it('is nothing: then nothing is shown anew', async () => {
    const { session, states } = sessionOf([records(3, 1)]);
    await session.open(production);
    const { state } = session;
    assert.equal((await session.loadNewer()).failure, undefined);
    assert.equal(session.state, state);
    assert.equal(states.length, 2);
  });

  it('is not asked for without a project, and waits while something is being loaded', async () => {
    await using service = await startService(OPTIONS);
    const { session } = sessionAt(service.baseUrl);
    assert.equal((await session.loadNewer()).failure, undefined);
    const { fault, arrived, release } = held();
    service.inject(fault);
    const opening = session.open(production);
    await arrived;
    const looking = session.loadNewer();
    assert.equal(service.requests.length, 1);
    release();
    await Promise.all([opening, looking]);
    assert.equal(service.requests.length, 2);
  });

  it('is not asked for where no page came yet: the first one would count as sent twice', async () => {
    await using service = await startService(OPTIONS);
    service.inject(failures.denied, { times: 1 });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    assert.equal((await session.loadNewer()).failure, undefined);
    assert.deepEqual([service.requests.length, outcomeOf(session.state)], [1, 'addressNotAllowed']);
  });

  it('is asked for where the first page was empty', async () => {
    const pages: object[][] = [[]];
    const { session } = sessionOf(pages);
    await session.open(production);
    pages[0] = [record(1)];
    await session.loadNewer();
    assert.deepEqual([shownIn(session.state).loaded.count, shownIn(session.state).loaded.duplicates], [1, 0]);
  });
});

describe('the pages that are asked for what came since', () => {
  it('end with the first of which anything is known, every time', async () => {
    const pages = [records(20, 11), records(10, 1)];
    const { session, asked } = sessionOf(pages);
    await session.open(production);
    for (let time = 1; time <= 3; time++) {
      await session.loadNewer();
      assert.equal(asked.length, 1 + time);
    }
    pages[0] = records(22, 11);
    await session.loadNewer();
    await session.loadNewer();
    assert.equal(asked.length, 1 + 3 + 2);
  });

  it('go on until something known is met, in as few requests as possible', async () => {
    const pages: object[][] = [records(1, 1)];
    const { session, asked } = sessionOf(pages);
    await session.open(production);
    pages.splice(0, 1, ...Array.from({ length: 20 }, (_, page) => records(201 - page * 10, 192 - page * 10)));
    pages.push(records(1, 1));
    await session.loadNewer();
    assert.equal(shownIn(session.state).loaded.count, 201);
    assert.deepEqual(
      asked.slice(1, 4).map(({ count }) => count),
      [20, largestPage, largestPage],
    );
  });

  it('go on behind one without anything new where the service does not send the newest first', async () => {
    const oldestFirst = [records(2, 1).toReversed(), records(4, 3).toReversed()];
    const { session, asked } = sessionOf(oldestFirst);
    await session.open(production);
    await session.loadOlder();
    oldestFirst.push([record(5)]);
    await session.loadNewer();
    assert.equal(session.records.known(production, 'id5')?.id, 'id5');
    assert.equal(asked.length, 2 + 3);
  });

  it('are of the size that is set, and met with one attempt', async () => {
    await using service = await startService(OPTIONS);
    const patiences: Partial<Patience>[] = [];
    const { session } = sessionWith((_, patience) => {
      patiences.push(patience);
      return asking(service.baseUrl).client;
    });
    await session.open(production);
    await session.loadNewer();
    assert.equal(service.requests.at(-1)?.query['count'], '20');
    assert.deepEqual(patiences.at(-1), { attempts: 1 });
  });

  const newest = Date.UTC(2025, 0, 15, 12);
  const tomorrow = utcDay(Date.now(), 1);
  for (const [what, days, from, to] of [
    ['no days', undefined, '2025-01-14', tomorrow],
    ['days that end later', { from: '2025-01-01', to: '2025-02-01' }, '2025-01-14', '2025-02-01'],
    ['days that begin later', { from: '2025-01-15', to: '2025-01-15' }, '2025-01-15', '2025-01-15'],
  ] as const satisfies readonly (readonly [string, Days | undefined, string, string])[]) {
    it(`are of the days since the newest one, and one more on each side: with a filter of ${what}`, async () => {
      const { session, asked } = sessionOf([[{ auth_id: 'one', create_time: new Date(newest).toISOString() }]]);
      await session.open(production, days);
      await session.loadNewer();
      assert.deepEqual(asked.at(-1)?.days, { from, to });
    });
  }

  it('are of the days until now where a time lies in the future', async () => {
    const { session, asked } = sessionOf([[{ auth_id: 'one', create_time: '2099-01-01T00:00:00Z' }]]);
    await session.open(production);
    await session.loadNewer();
    assert.deepEqual(asked.at(-1)?.days, { from: utcDay(Date.now(), -1), to: tomorrow });
  });

  it('are of all days where nothing has a time', async () => {
    const { session, asked } = sessionOf([[{ auth_id: 'one' }]]);
    await session.open(production);
    await session.loadNewer();
    assert.deepEqual(asked.at(-1)?.days, { from: '1970-01-01', to: tomorrow });
  });
});
