import assert from 'node:assert/strict';
import { dayPresets } from '../../../../src/editor/list/dayPresets.ts';

const daysAt = (time: string): ReadonlyMap<string, string> =>
  new Map(dayPresets(Date.parse(time), 'utc').map(({ label, days }) => [label, `${days.from} ${days.to}`]));

describe('Days that one often wants', () => {
  it('are named by what they hold, in UTC', () => {
    assert.deepEqual(
      [...daysAt('2025-10-15T02:15:00Z')],
      [
        ['Today', '2025-10-15 2025-10-15'],
        ['Last 24 hours', '2025-10-14 2025-10-15'],
        ['Yesterday', '2025-10-14 2025-10-14'],
        ['Last 7 days', '2025-10-09 2025-10-15'],
        ['Last 30 days', '2025-09-16 2025-10-15'],
        ['This month', '2025-10-01 2025-10-15'],
        ['Last month', '2025-09-01 2025-09-30'],
      ],
    );
  });

  for (const [now, thisMonth, lastMonth] of [
    ['2025-01-01T00:00:00Z', '2025-01-01 2025-01-01', '2024-12-01 2024-12-31'],
    ['2024-03-31T23:59:59Z', '2024-03-01 2024-03-31', '2024-02-01 2024-02-29'],
    ['2025-03-01T12:00:00Z', '2025-03-01 2025-03-01', '2025-02-01 2025-02-28'],
  ] as const) {
    it(`are whole months, on ${now} too`, () => {
      assert.equal(daysAt(now).get('This month'), thisMonth);
      assert.equal(daysAt(now).get('Last month'), lastMonth);
    });
  }
});
