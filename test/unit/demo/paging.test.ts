import assert from 'node:assert/strict';
import { demoRecords } from '../../../src/demo/records.ts';
import { demoService } from '../../../src/demo/service.ts';
import { NEWEST } from '../../service/service.ts';
import { fields, get, read, readAll } from './reading.ts';

const BASE = 'http://demo.invalid/v3';
const options = { seed: 3, size: 5_000, newest: NEWEST };
const service = demoService(options);
const records = demoRecords(options);
const all = Array.from({ length: records.size }, (_, index) => records.record(index));

// Names the first difference: a report on thousands of records at once would take minutes to write.
function assertSame(got: readonly unknown[], wanted: readonly unknown[]): void {
  assert.equal(got.length, wanted.length);
  for (const [index, record] of got.entries()) assert.deepEqual(record, wanted[index], `record ${index} differs`);
}

describe('paging through the demo service', () => {
  for (const count of ['1', '7', '200', '1999', '2000', '']) {
    const size = count === '1' ? 40 : 5_000;
    it(`yields every one of ${size} records exactly once and in order, in pages of ${count || 'no stated count'}`, async () => {
      const small = demoRecords({ ...options, size });
      const pages = await readAll(demoService({ ...options, size }), BASE, { count }, 6_000);
      assert.equal(pages.length, Math.ceil(size / Number(count || 2000)));
      assertSame(
        pages.flat(),
        Array.from({ length: size }, (_, index) => small.record(index)),
      );
    });
  }

  it('names no next page on a last page that is full', async () => {
    assert.equal((await readAll(service, BASE, { count: '1000' })).length, 5);
  });

  it('answers a project without records with one empty page', async () => {
    assert.deepEqual(await readAll(demoService({ ...options, size: 0 }), BASE, {}), [[]]);
  });
});

describe('the dates of a query', () => {
  it('keep the records of those UTC days, both included', async () => {
    const query = { startDate: '2026-12-20', endDate: '2026-12-22', count: '100' };
    const within = all.filter((_, index) => {
      const day = new Date(records.time(index)).toISOString().slice(0, 10);
      return day >= query.startDate && day <= query.endDate;
    });
    assert.ok(within.length > 200);
    assertSame((await readAll(service, BASE, query)).flat(), within);
  });

  it('do nothing when one of the two is missing', async () => {
    assert.equal((await readAll(service, BASE, { startDate: '2026-12-20' })).flat().length, 5_000);
    assert.equal((await readAll(service, BASE, { endDate: '2026-12-20' })).flat().length, 5_000);
  });

  it('hold also after a key that is newer than the range', async () => {
    const day = { startDate: '2026-12-20', endDate: '2026-12-20' };
    const nextKey_date = new Date(records.time(0)).toISOString();
    const after = { ...day, nextKey_id: records.id(0), nextKey_date };
    assertSame((await readAll(service, BASE, after)).flat(), (await readAll(service, BASE, day)).flat());
  });

  it('give an empty page where nothing was created', async () => {
    for (const [startDate, endDate] of [
      ['2020-01-01', '2020-12-31'],
      ['2028-01-01', '2028-12-31'],
      ['2026-12-22', '2026-12-20'],
    ] as const) {
      assert.deepEqual(await readAll(service, BASE, { startDate, endDate }), [[]]);
    }
  });
});

describe('the same seed', () => {
  it('gives the same bytes', async () => {
    const again = demoService(options);
    for (const query of [{}, { count: '3' }, { authId: records.id(4_321) }]) {
      assert.equal((await read(again(get(query)))).text, (await read(service(get(query)))).text);
    }
  });

  it('gives other ids and other records than another seed', () => {
    const other = demoRecords({ ...options, seed: 4 });
    assert.equal(other.indexOf(records.id(0)), undefined);
    assert.notDeepEqual(fields(other.record(0))['result'], fields(records.record(0))['result']);
  });
});
