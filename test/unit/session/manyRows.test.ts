import assert from 'node:assert/strict';
import type { Arrangement } from '../../../src/session/arrangement.ts';
import type { State } from '../../../src/session/state.ts';
import { standingIn } from '../submissions/zone.ts';
import { production, sessionOf, shownIn } from './opened.ts';
import { below, everyRow, labels, rowAt } from './tree.ts';

const base = { auth_status: 'rejected', fail_code: ['x'] };

// A list of `count` records that take these times in turn.
function records(count: number, ...times: readonly (string | undefined)[]): readonly object[] {
  return Array.from({ length: count }, (_, index) => ({
    ...base,
    auth_id: `id${index}`,
    create_time: times[index % times.length],
  }));
}

async function arranged(page: readonly unknown[], arrangement: Partial<Arrangement> = {}): Promise<State> {
  const { session } = sessionOf([page], arrangement);
  await session.open(production);
  return session.state;
}

describe('more than 1,000 submissions', () => {
  it('of one fail code are split by day, and only those days by hour that hold as many', async () => {
    const state = await arranged(
      [
        ...records(1200, '2027-01-10T08:00:00Z', '2027-01-10T09:00:00Z'),
        { ...base, auth_id: 'a', create_time: '2027-01-11T00:00:00Z' },
      ],
      { grouping: 'code' },
    );
    assert.deepEqual(labels(below(state)), ['x 1,201']);
    assert.deepEqual(labels(below(state, 'x')), ['2027-01-11 1', '2027-01-10 1,200']);
    assert.deepEqual(labels(below(state, 'x', '2027-01-10')), ['09:00 600', '08:00 600']);
    assert.deepEqual(labels(below(state, 'x', '2027-01-11')), ['a 00:00:00 · x']);
  });

  it('of one status within a day are split by hour', async () => {
    const state = await arranged(records(1200, '2027-01-10T08:00:00Z', '2027-01-10T23:59:00Z'), { grouping: 'day' });
    assert.deepEqual(labels(below(state, '2027-01-10', 'Rejected')), ['23:00 600', '08:00 600']);
  });

  it('of one hour are split by minute, of one minute as they were received', async () => {
    const state = await arranged([
      ...records(2400, '2027-01-10T08:00:00Z', '2027-01-10T08:00:59Z'),
      ...['08:01:00', '10:00:00'].map((time) => ({ ...base, auth_id: time, create_time: `2027-01-10T${time}Z` })),
    ]);
    const path = ['Rejected', '2027-01-10', '08:00'] as const;
    assert.deepEqual(labels(below(state, ...path)), ['08:01 1', '08:00 2,400']);
    assert.deepEqual(labels(below(state, ...path, '08:00')), [
      '1 to 1,000, as received 1,000',
      '1,001 to 2,000, as received 1,000',
      '2,001 to 2,400, as received 400',
    ]);
    assert.equal(below(state, ...path, '08:00', '2,001 to 2,400, as received').length, 400);
  });

  it('without a time are split as they were received', async () => {
    const state = await arranged(records(1001, undefined));
    assert.deepEqual(labels(below(state, 'Rejected', 'No time')), [
      '1 to 1,000, as received 1,000',
      '1,001 to 1,001, as received 1',
    ]);
  });

  it('of one code, some without a time, have a row for these', async () => {
    const state = await arranged(records(1200, undefined, '2027-01-10T08:00:00Z'), { grouping: 'code' });
    assert.deepEqual(labels(below(state, 'x')), ['2027-01-10 600', 'No time 600']);
  });

  it('have icons by what they are split', async () => {
    const state = await arranged(records(1200, undefined, '2027-01-10T08:00:00Z'), { grouping: 'code' });
    assert.equal(rowAt(state, 'x', 'No time').icon?.name, 'calendar');
    const hours = await arranged(records(1200, '2027-01-10T08:00:00Z', '2027-01-10T09:00:00Z'));
    assert.equal(rowAt(hours, 'Rejected', '2027-01-10', '08:00').icon?.name, 'clock');
    const runs = await arranged(records(1200, undefined));
    assert.equal(below(runs, 'Rejected', 'No time')[0]?.icon?.name, 'list-ordered');
  });

  for (const arrangement of [{}, { grouping: 'day' }, { grouping: 'code' }, { grouping: 'kyc' }] as const) {
    it(`are all there, each under an id of its own: ${JSON.stringify(arrangement)}`, async () => {
      const times = ['2027-01-10T08:00:00Z', '2027-01-10T08:00:30Z', '2027-01-10T08:07:00Z', undefined];
      const page = records(5000, ...times);
      const state = await arranged(page, arrangement);
      const rows = everyRow(state);
      assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
      assert.equal(rows.filter(({ kind }) => kind === 'submission').length, 5000);
      for (const row of rows.filter(({ kind }) => kind === 'group')) {
        assert.ok(below(state, ...labelsTo(row.parent), row.label).length <= 1000);
      }
    });
  }
});

describe('more than 1,000 submissions in local time', () => {
  standingIn('Asia/Kathmandu');

  it('are split by the hours of the machine', async () => {
    const state = await arranged(records(1200, '2027-01-10T08:14:00Z', '2027-01-10T08:15:00Z'), { zone: 'local' });
    assert.deepEqual(labels(below(state, 'Rejected', '2027-01-10')), ['14:00 600', '13:00 600']);
    const minutes = await arranged(records(1200, '2027-01-10T08:15:00Z', '2027-01-10T08:16:00Z'), { zone: 'local' });
    assert.deepEqual(labels(below(minutes, 'Rejected', '2027-01-10')), ['14:01 600', '14:00 600']);
  });
});

describe('more than 1,000 broken records', () => {
  it('are split as they were received', async () => {
    const state = await arranged(Array.from({ length: 2001 }, () => null));
    assert.deepEqual(labels(below(state)), ['Broken records 2,001']);
    assert.deepEqual(labels(below(state, 'Broken records')), [
      '1 to 1,000, as received 1,000',
      '1,001 to 2,000, as received 1,000',
      '2,001 to 2,001, as received 1',
    ]);
    const rows = everyRow(state);
    const broken = rows.flatMap((row) => (row.kind === 'broken' ? [row.broken] : []));
    assert.deepEqual([broken.length, broken[2000]?.position], [2001, 2000]);
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    assert.equal(shownIn(state).loaded.broken.length, 2001);
  });

  it('are not split at 1,000', async () => {
    const state = await arranged(Array.from({ length: 1000 }, () => null));
    assert.equal(below(state, 'Broken records').length, 1000);
  });
});

function labelsTo(row: ReturnType<typeof rowAt> | undefined): readonly string[] {
  return row === undefined ? [] : [...labelsTo(row.parent), row.label];
}
