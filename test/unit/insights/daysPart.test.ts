import assert from 'node:assert/strict';
import { insightsView } from '../../../src/insights/view.ts';
import { textOf } from '../../../src/insights/cells.ts';
import { noFilter } from '../../../src/submissions/model/filter.ts';
import { unmasked } from '../../../src/submissions/privacy/mask.ts';
import { randomRecords } from './randomRecords.ts';
import { margin, storeOf, viewed } from './viewed.ts';

const day = (date: number): number => Date.UTC(2026, 0, date) / 86_400_000;
const of = (date: number, auth_status: string) => ({
  create_time: `2026-01-0${date}T12:00:00Z`,
  auth_status,
});

async function daysOf(records: readonly object[], whole?: { from: number; to: number }) {
  const { store, insights } = await viewed(storeOf(records));
  const input = { store, ...insights, facts: [], remedies: [], filter: noFilter, filterText: '', whole } as const;
  return insightsView({ ...input, zone: 'utc', margin, locale: 'en', mask: unmasked, generation: 1 }).view.days;
}

describe('bars over time', () => {
  const records = [of(1, 'rejected'), of(2, 'approved'), of(2, 'rejected'), of(4, 'approved')];

  it('are partial where not all of their submissions can be known, and say so', async () => {
    const { partial, bars, table } = await daysOf(records, { from: day(2), to: day(3) });
    assert.deepEqual(partial, [0, 3]);
    assert.match(bars[0]?.[0]?.label ?? '', /1 Jan 2026 \(partial\)$/);
    assert.doesNotMatch(bars[1]?.[0]?.label ?? '', /partial/);
    assert.deepEqual(
      table.rows.map(({ cells: [name = ''] }) => textOf(name)),
      ['4 Jan 2026 (partial)', '2 Jan 2026', '1 Jan 2026 (partial)'],
    );
    assert.match(table.notes[0] ?? '', /^Pale bars are partial/);
  });

  it('are whole where nothing is known to be missing', async () => {
    const { partial, table } = await daysOf(records);
    assert.deepEqual([partial, table.notes], [[], []]);
  });

  it('are partial in all of a week of which one day is', async () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      create_time: new Date(Date.UTC(2026, 0, 1 + index)).toISOString(),
      auth_status: 'approved',
    }));
    // 1 January 2026 is a Thursday: the week of the 5th is the first whole one.
    const { title, partial, bars } = await daysOf(many, { from: day(5), to: day(299) });
    assert.equal(title, 'Outcomes per week');
    assert.deepEqual(partial, [0, bars.length - 1]);
  });
});

describe('the share of the rejected over time', () => {
  it('is that of each bar with submissions, as counted one by one, and opens them', async () => {
    const records = randomRecords(1500, 9);
    const { bars, rate } = await daysOf(records);
    const expected = bars.flatMap((slices, bar) => {
      const total = slices.reduce((sum, { count }) => sum + count, 0);
      const rejected = slices.find(({ series }) => series === 'rejected')?.count ?? 0;
      return total === 0 ? [] : [[bar, rejected / total, total]];
    });
    assert.deepEqual(
      rate.points.map(({ bar, rate: share, label }) => [bar, share, Number(/\d+/.exec(label)?.[0])]),
      expected,
    );
    assert.ok(rate.points.every(({ rate: share }) => share <= rate.top));
  });

  it('has an axis that ends at the next round share, and a point for no bar without submissions', async () => {
    const { rate } = await daysOf([of(1, 'rejected'), of(1, 'approved'), of(1, 'approved'), of(3, 'approved')]);
    assert.deepEqual(
      rate.points.map(({ bar }) => bar),
      [0, 2],
    );
    assert.deepEqual([rate.top, rate.ends], [0.5, { top: '50 %', zero: '0 %' }]);
    assert.equal(rate.points[0]?.label, 'Show 3 submissions: 1 Jan 2026, 33 % rejected');
  });
});
