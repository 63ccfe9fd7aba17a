import assert from 'node:assert/strict';
import { periodsOf, units } from '../../../src/insights/periods.ts';
import { dayNumber } from '../../../src/submissions/model/days.ts';

// So many submissions on each of these days, all approved.
function on(...days: readonly string[]): ReturnType<typeof periodsOf> {
  const numbers = days.map((day) => dayNumber(Date.parse(day), 'utc'));
  return periodsOf(new Map(numbers.map((day) => [day, Uint32Array.of(1, 0, 0)])));
}

const usual = ['2025-10-01', '2025-10-02', '2025-10-03'];

describe('the bars over time', () => {
  for (const [what, odd] of [
    ['the last day of the year 9999', '9999-12-31T23:59:59Z'],
    ['the first day of the year 1', '0001-01-01T00:00:00Z'],
    ['the last day that there is', '+275760-09-13T00:00:00Z'],
  ] as const) {
    it(`stay those of the others when one record is of ${what}`, () => {
      const { unit, periods, far } = on(...usual, odd);
      assert.deepEqual([unit, periods.length], ['day', 3]);
      const day = dayNumber(Date.parse(odd), 'utc');
      assert.deepEqual(far, [{ from: day, to: day, counts: Uint32Array.of(1, 0, 0) }]);
    });
  }

  it('leave out on both sides what is too far from the others', () => {
    const { periods, far } = on('0001-01-01', '1970-01-01', ...usual, '2999-01-01');
    assert.equal(periods.length, 3);
    assert.deepEqual(
      far.map(({ counts }) => counts[0]),
      [2, 1],
    );
  });

  it('are never many, and always one after the other', () => {
    for (const last of ['2025-10-04', '2026-12-31', '2029-02-28', '2040-06-01', '2045-09-01']) {
      const { periods } = on('2025-10-01', last);
      assert.ok(periods.length <= 190, `${periods.length} bars to ${last}`);
      assert.ok(periods.every(({ from, to }, index) => from <= to && (periods[index + 1]?.from ?? to + 1) === to + 1));
    }
  });

  it('begin with months and years where they do, in the first hundred years, too', () => {
    const { unit, periods } = on('0050-03-15', '0055-03-14');
    assert.equal(unit, 'month');
    const first = new Date((periods[0]?.from ?? 0) * 86_400_000).toISOString();
    assert.deepEqual([first.slice(0, 10), periods.length], ['0050-03-01', 61]);
  });

  it('count every submission once', () => {
    const { periods, far } = on(...usual, '2020-01-01', '1900-01-01');
    const all = [...periods, ...far].map(({ counts }) => counts[0] ?? 0);
    assert.equal(
      all.reduce((sum, count) => sum + count, 0),
      5,
    );
  });

  it('are none without a day', () => {
    assert.deepEqual(periodsOf(new Map()), { unit: units[0], periods: [], far: [] });
  });
});
