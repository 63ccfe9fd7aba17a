import assert from 'node:assert/strict';
import { type DemoRecords, demoRecords } from '../../../src/demo/records.ts';
import { DEMO_KEY, serve } from '../../../src/demo/service.ts';
import { NEWEST } from '../../service/service.ts';
import { fields, get, readPage } from './reading.ts';

const DAY = 86_400_000;
const million = demoRecords({ seed: 5, size: 1_000_000, newest: NEWEST });

// Counts how many records are made and how many times are worked out.
function counting(records: DemoRecords) {
  const counts = { records: 0, times: 0 };
  const counted: DemoRecords = {
    ...records,
    record: (index) => ((counts.records += 1), records.record(index)),
    time: (index) => ((counts.times += 1), records.time(index)),
  };
  return { counts, answers: serve(counted, [DEMO_KEY]) };
}

describe('a project of a million records', () => {
  it('makes no more records than the first page holds', async () => {
    const { counts, answers } = counting(million);
    const [page] = await readPage(answers(get()));
    assert.equal(page?.data.length, 2_000);
    assert.deepEqual(counts, { records: 2_000, times: 1 });
  });

  it('finds its oldest record without making another', async () => {
    const { counts, answers } = counting(million);
    const [page] = await readPage(answers(get({ authId: million.id(999_999) })));
    assert.deepEqual(page?.data, [million.record(999_999)]);
    assert.deepEqual(counts, { records: 1, times: 0 });
  });

  it('goes on after a key without making the records before it', async () => {
    const { counts, answers } = counting(million);
    const nextKey_date = new Date(million.time(900_000)).toISOString();
    const [page] = await readPage(answers(get({ count: '10', nextKey_id: million.id(900_000), nextKey_date })));
    assert.deepEqual(page?.data[0], million.record(900_001));
    assert.deepEqual(counts, { records: 10, times: 2 });
  });

  it('finds a day by halving', async () => {
    const { counts, answers } = counting(million);
    await readPage(answers(get({ count: '10', startDate: '2026-12-20', endDate: '2026-12-20' })));
    assert.equal(counts.records, 10);
    assert.ok(counts.times < 50, String(counts.times));
  });
});

describe('ids and times', () => {
  it('lead from an index to an id and back, and no two are alike', () => {
    const ids = new Set<string>();
    for (let index = 0; index < 1_000_000; index += 17) {
      const id = million.id(index);
      ids.add(id.toLowerCase());
      if (million.indexOf(id) !== index) assert.fail(`${id} does not lead back to ${index}`);
    }
    assert.equal(ids.size, Math.ceil(1_000_000 / 17));
    assert.match(million.id(0), /^fa_[2-9a-zA-Z]{10}$/);
  });

  for (const [seed, size] of [
    [1, 1],
    [2, 30],
    [3, 5_000],
    [-4, 5_000],
    [2 ** 40, 5_000],
    [5, 200_000],
  ] as const) {
    it(`fall strictly with the index from the newest on: ${size} records of seed ${seed}`, () => {
      const records = demoRecords({ seed, size, newest: NEWEST });
      assert.equal(records.time(0), NEWEST);
      for (let index = 1; index < size; index++) {
        if (!(records.time(index) < records.time(index - 1))) assert.fail(`time rises at ${index}`);
      }
    });
  }

  it('cover about 45 days with 5,000 records, and as many days as asked for', () => {
    const days = (size: number, wanted?: number) => {
      const records = demoRecords({ seed: 3, size, newest: NEWEST, ...(wanted && { days: wanted }) });
      return (NEWEST - records.time(size - 1)) / DAY;
    };
    for (const [got, wanted] of [
      [days(5_000), 45],
      [days(500_000), 45],
      [days(500_000, 365), 365],
    ] as const) {
      assert.ok(Math.abs(got - wanted) < 3, `${got} days for ${wanted}`);
    }
  });

  it('can leave out the records that cannot be read', () => {
    const records = demoRecords({ seed: 3, size: 5_000, newest: NEWEST, broken: false });
    for (let index = 0; index < 5_000; index++) {
      const { auth_id, authId, authentication_id, Authentication_id, policy } = fields(records.record(index));
      assert.equal(auth_id ?? authId ?? authentication_id ?? Authentication_id, records.id(index));
      assert.notEqual(policy, 'default');
    }
    assert.equal(Array.from({ length: 5_000 }, (_, index) => records.broken(index)).includes(true), false);
  });
});
