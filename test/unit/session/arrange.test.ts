import assert from 'node:assert/strict';
import { readPage, type Page } from '../../../src/api/page.ts';
import { usualArrangement, type Arrangement } from '../../../src/session/arrangement.ts';
import { Collection } from '../../../src/session/collection.ts';
import type { Loaded } from '../../../src/session/loaded.ts';
import { keysIn, type Group } from '../../../src/submissions/model/groups.ts';
import { matcherOf } from '../../../src/submissions/model/filter.ts';
import { startService } from '../../service/service.ts';
import { KEY, valueOf } from '../api/asking.ts';
import { answerOf, held, idsIn, outcomeOf, production, sessionAt, sessionOf, shownIn, staging } from './opened.ts';

const OPTIONS = { size: 400, keys: [KEY] };
const codes = { ...usualArrangement, grouping: 'code' } as const;
const rejected = { ...usualArrangement, filter: { statuses: ['rejected'] } };

// Asserts that every loaded submission is shown where the arrangement puts it, and nowhere else.
function assertArranged({ store, groups, arrangement, matching, count }: Loaded): void {
  const keysOf = keysIn(arrangement.grouping, arrangement.zone);
  const matches = matcherOf(arrangement.filter, arrangement.nearness);
  const wanted = new Map<string, number>();
  let through = 0;
  let all = 0;
  for (const [block] of store.blocks.entries()) {
    for (const number of store.numbersIn(block)) {
      const submission = store.at(number);
      all++;
      if (matches(submission)) {
        through++;
        for (const keys of keysOf(submission)) {
          const name = JSON.stringify([...keys, number]);
          wanted.set(name, (wanted.get(name) ?? 0) + 1);
        }
      }
    }
  }
  assert.deepEqual([all, through], [count, matching]);
  let found = 0;
  const visit = ({ groups: below, members }: Group, keys: readonly string[]): void => {
    for (const number of members.flatMap((list) => [...list])) {
      assert.equal(wanted.get(JSON.stringify([...keys, number])), 1);
      found++;
    }
    for (const group of below.values()) {
      visit(group, [...keys, group.key]);
    }
  };
  visit(groups, []);
  assert.equal(found, wanted.size);
}

async function pageOf(first: number, count: number): Promise<Page> {
  const statuses = ['rejected', 'approved', 'odd'];
  const data = Array.from({ length: count }, (_, index) => ({
    auth_id: `id${first + index}`,
    auth_status: statuses[index % 3],
    create_time: new Date(Date.UTC(2027, 0, 1, 0, first + index)).toISOString(),
    fail_code: index % 3 === 0 ? ['a', `b${index % 5}`] : [],
  }));
  return valueOf(await readPage(answerOf([{ data }])));
}

describe('what is loaded, arranged in another way', () => {
  for (const change of [
    { grouping: 'day' },
    { grouping: 'code' },
    { grouping: 'kyc' },
    { filter: { statuses: ['rejected'] } },
    { filter: { nearMiss: true }, nearness: 3 },
    { grouping: 'code', filter: { deleted: false, idPart: 'a' }, zone: 'local' },
  ] as const satisfies readonly Partial<Arrangement>[]) {
    it(`is complete, before and after older pages: ${JSON.stringify(change)}`, async () => {
      await using service = await startService(OPTIONS);
      const { session } = sessionAt(service.baseUrl);
      await session.open(production);
      await session.loadOlder();
      await session.arrange(change);
      const { loaded } = shownIn(session.state);
      assert.deepEqual(loaded.arrangement, { ...usualArrangement, ...change });
      assert.equal(loaded.arrangement, session.arrangement);
      assertArranged(loaded);
      for (let page = 0; page < 4; page++) {
        await session.loadOlder();
      }
      assertArranged(shownIn(session.state).loaded);
      await session.arrange(usualArrangement);
      assertArranged(shownIn(session.state).loaded);
      assert.equal(shownIn(session.state).loaded.matching, shownIn(session.state).loaded.count);
      assert.equal(service.requests.length, 6);
    });
  }

  it('is another state, and the one before stays as it was', async () => {
    const { session, states } = sessionOf([[{ auth_id: 'one' }, { auth_id: 'two', auth_status: 'rejected' }]]);
    await session.open(production);
    const before = shownIn(session.state);
    await session.arrange({ filter: { statuses: ['rejected'] } });
    assert.deepEqual([before.loaded.matching, before.loaded.groups.count], [2, 2]);
    const { matching, groups, count } = shownIn(session.state).loaded;
    assert.deepEqual([matching, groups.count, count], [1, 1, 2]);
    assert.deepEqual([outcomeOf(session.state), states.length], ['ready', 3]);
  });

  it('is so from the first page on, when it was so before a project was opened', async () => {
    const { session } = sessionOf([[{ auth_id: 'one' }, { auth_id: 'two', auth_status: 'rejected' }]]);
    await session.arrange({ grouping: 'day' });
    await session.open(production);
    assert.deepEqual([...shownIn(session.state).loaded.groups.groups.keys()], ['']);
  });

  it('keeps the filter over other days, and loses it with the project', async () => {
    const { session } = sessionOf([[{ auth_id: 'one' }]]);
    await session.open(production);
    await session.arrange({ filter: { statuses: ['rejected'] }, grouping: 'day' });
    await session.open(production, { from: '2027-01-01', to: '2027-01-02' });
    assert.deepEqual(shownIn(session.state).loaded.arrangement.filter, { statuses: ['rejected'] });
    await session.open(staging);
    assert.deepEqual(session.arrangement, { ...usualArrangement, grouping: 'day' });
    assert.equal(shownIn(session.state).loaded.matching, 1);
  });

  it('is so at once while a page is being asked for, and holds for that page', async () => {
    await using service = await startService({ ...OPTIONS, broken: false });
    const { session } = sessionAt(service.baseUrl);
    await session.open(production);
    const { fault, arrived, release } = held();
    service.inject(fault, { times: 1 });
    const loading = session.loadOlder();
    await arrived;
    await session.arrange({ grouping: 'day', filter: { statuses: ['rejected'] } });
    const between = shownIn(session.state).loaded;
    assert.deepEqual([session.state.kind, between.count], ['loading', 20]);
    assertArranged(between);
    release();
    await loading;
    assert.equal(shownIn(session.state).loaded.count, 40);
    assertArranged(shownIn(session.state).loaded);
  });
});

describe('a collection that is arranged while it takes in a page', () => {
  it('has all of the page in the new arrangement', async () => {
    const collection = new Collection(usualArrangement);
    await collection.addPage(await pageOf(0, 500));
    await Promise.all([
      collection.addPage(await pageOf(500, 9000)),
      collection.arrange(codes),
      collection.addPage(await pageOf(9500, 50)),
    ]);
    assert.deepEqual([collection.loaded.arrangement, collection.loaded.count], [codes, 9550]);
    assertArranged(collection.loaded);
  });

  it('has none of a page that came twice at a time more than once', async () => {
    const collection = new Collection(usualArrangement);
    const page = await pageOf(0, 3000);
    await Promise.all([collection.addPage(page), collection.addNewer(page), collection.addPage(page)]);
    assert.deepEqual([collection.loaded.count, collection.loaded.duplicates], [3000, 3000]);
    assertArranged(collection.loaded);
  });

  it('shows of several arrangements the newest, and none that was wanted before it', async () => {
    const collection = new Collection(usualArrangement);
    for (let first = 0; first < 20_000; first += 2000) {
      await collection.addPage(await pageOf(first, 2000));
    }
    const first = collection.arrange(codes);
    const second = collection.arrange({ ...usualArrangement, grouping: 'kyc' });
    const third = collection.arrange(rejected);
    await first;
    assert.notEqual(collection.loaded.arrangement.grouping, 'code');
    await second;
    assert.notEqual(collection.loaded.arrangement.grouping, 'kyc');
    await third;
    assert.equal(collection.loaded.arrangement, rejected);
    assertArranged(collection.loaded);
  });

  it('lets others have the thread', async () => {
    const collection = new Collection(usualArrangement);
    // Enough for several turns of the thread, also where the machine is fast.
    const pages = await Promise.all([0, 1, 2, 3].map(async (index) => await pageOf(index * 60_000, 60_000)));
    let turns = 0;
    const timer = setInterval(() => {
      turns++;
    }, 1);
    for (const page of pages) {
      await collection.addPage(page);
    }
    const adding = turns;
    await collection.arrange(codes);
    clearInterval(timer);
    assert.ok(adding > 1 && turns > adding, `${adding} turns and ${turns - adding}`);
  }).timeout(60_000);
});

describe('an arrangement that changes while a refresh comes to its end', () => {
  it('is the newest one, whenever it changes', async () => {
    const pages = [Array.from({ length: 30 }, (_, index) => ({ auth_id: `id${index}`, auth_status: 'rejected' }))];
    const { session } = sessionOf(pages);
    await session.open(production);
    const groupings = ['day', 'code', 'kyc', 'status'] as const;
    const refreshing = session.refresh();
    for (let turn = 0; session.state.kind === 'loading' && turn < 400; turn++) {
      void session.arrange({ grouping: groupings[turn % 4] ?? 'status' });
      await Promise.resolve();
    }
    await refreshing;
    await session.arrange({});
    assert.equal(shownIn(session.state).loaded.arrangement, session.arrangement);
    assertArranged(shownIn(session.state).loaded);
    assert.equal(idsIn(session.state).length, 30);
  });

  it('never brings a project back that was left meanwhile, whenever it was left', async () => {
    for (let turns = 0; turns < 60; turns++) {
      const { session } = sessionOf([[{ auth_id: 'one' }]]);
      await session.open(production);
      const refreshing = session.refresh();
      void session.arrange({ grouping: 'day' });
      for (let turn = 0; turn < turns; turn++) {
        await Promise.resolve();
      }
      await session.open(staging);
      await refreshing;
      await session.arrange({ grouping: 'code' });
      assert.equal(shownIn(session.state).project, staging, `after ${turns} turns`);
      assert.equal(session.records.known(production, 'one'), undefined);
    }
  });
});
