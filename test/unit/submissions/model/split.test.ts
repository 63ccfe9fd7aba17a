import assert from 'node:assert/strict';
import { diceFor } from '../../../../src/demo/random.ts';
import type { TimeZone } from '../../../../src/submissions/model/days.ts';
import { leaf, numbersOf, type Group } from '../../../../src/submissions/model/groups.ts';
import { mostRows, split, type Parts, type Unit } from '../../../../src/submissions/model/split.ts';
import { sorted } from '../grouped.ts';
import { inZone } from '../zone.ts';

const hour = 3_600_000;
const day = 24 * hour;

// A leaf of submissions with these times; their numbers are their places, from 5,000 on.
function leafOf(times: readonly number[]): { readonly group: Group; readonly timeOf: (number: number) => number } {
  const numbers = Uint32Array.from(times, (_, index) => 5000 + index);
  return { group: leaf('one', numbers), timeOf: (number) => times[number - 5000] ?? Number.NaN };
}

function parts(times: readonly number[], within?: Unit, zone: TimeZone = 'utc'): Parts | undefined {
  const { group, timeOf } = leafOf(times);
  return split(group, within, timeOf, zone);
}

// The unit, and each part's key and count.
function told(found: Parts | undefined): string {
  return found === undefined
    ? 'whole'
    : `${found.unit}: ${found.groups.map(({ key, count }) => `${key} ${count}`).join(', ')}`;
}

// A list of `count` times that takes these times in turn.
function inTurn(count: number, ...times: readonly number[]): readonly number[] {
  return Array.from({ length: count }, (_, index) => times[index % times.length] ?? 0);
}

describe('a leaf', () => {
  it('of 1,000 is not split, nor is an empty one', () => {
    assert.equal(told(parts(inTurn(mostRows, 0, day))), 'whole');
    assert.equal(told(parts([])), 'whole');
    assert.equal(mostRows, 1000);
  });

  it('of more is split by the coarsest unit that parts it, the newest first', () => {
    assert.equal(told(parts(inTurn(1200, 0, day, 5 * day))), 'day: 5 400, 1 400, 0 400');
    assert.equal(told(parts(inTurn(1200, 0, hour, 5 * hour))), 'hour: 5 400, 1 400, 0 400');
    assert.equal(told(parts(inTurn(1200, 0, 60_000, 59 * 60_000))), 'minute: 59 400, 1 400, 0 400');
    assert.equal(told(parts(inTurn(2100, 0, 59_999))), 'run: 0 1000, 1 1000, 2 100');
  });

  it('is split by what is finer than the unit that it stands in', () => {
    const times = inTurn(1200, 0, day, 2 * day + hour);
    assert.equal(told(parts(times, 'day')), 'hour: 49 400, 24 400, 0 400');
    assert.equal(told(parts(times, 'hour')), 'minute: 2940 400, 1440 400, 0 400');
    assert.equal(told(parts(times, 'minute')), 'run: 0 1000, 1 200');
  });

  it('has those without a time last, in a part of their own', () => {
    assert.equal(told(parts(inTurn(1200, 0, Number.NaN, day))), 'day: 1 400, 0 400,  400');
    assert.equal(told(parts(inTurn(1200, Number.NaN, 0))), 'day: 0 600,  600');
  });

  it('of none but those without a time is split as it came', () => {
    assert.equal(told(parts(inTurn(1200, Number.NaN))), 'run: 0 1000, 1 200');
  });

  it('may lie before 1970', () => {
    assert.equal(told(parts(inTurn(1200, -1, 0, -day - 1))), 'day: 0 400, -1 400, -2 400');
  });

  it('has its runs in the order in which they came', () => {
    const [first, second] = parts(inTurn(1500, 0))?.groups ?? [];
    assert.ok(first && second);
    assert.deepEqual([numbersOf(first)[0], numbersOf(second)[0], numbersOf(second).length], [5000, 6000, 500]);
  });
});

describe('a leaf in local time', () => {
  // Seoul is nine hours ahead, Kathmandu five hours and three quarters, New York behind.
  for (const [zone, hours] of [
    ['Asia/Seoul', 9],
    ['Asia/Kathmandu', 5.75],
    ['America/New_York', -5],
  ] as const) {
    it(`is split by the days, hours and minutes of ${zone}`, () => {
      inZone(zone, () => {
        const midnight = Date.UTC(2027, 0, 15) - hours * hour;
        const days = parts(inTurn(1200, midnight - 1, midnight), undefined, 'local');
        const number = Date.UTC(2027, 0, 15) / day;
        assert.equal(told(days), `day: ${number} 600, ${number - 1} 600`);
        const within = parts(inTurn(1200, midnight, midnight + hour - 1, midnight + hour), 'day', 'local');
        assert.equal(told(within), `hour: ${number * 24 + 1} 400, ${number * 24} 800`);
      });
    });
  }

  it('loses nothing in the night in which the clocks are turned back', () => {
    inZone('Europe/Berlin', () => {
      const start = Date.UTC(2026, 9, 24, 22);
      const times = Array.from({ length: 25 * 60 }, (_, minute) => start + minute * 60_000);
      const found = parts(times, 'day', 'local');
      assert.equal(found?.unit, 'hour');
      assert.equal(found.groups.length, 24);
      assert.equal(
        found.groups.reduce((sum, { count }) => sum + count, 0),
        times.length,
      );
    });
  });
});

describe('whatever is split', () => {
  // All numbers below a leaf, after the leaf and its parts were split as far as possible.
  function numbersBelow(
    group: Group,
    within: Unit | undefined,
    timeOf: (number: number) => number,
    zone: TimeZone,
  ): readonly number[] {
    const found = split(group, within, timeOf, zone);
    if (found === undefined) {
      assert.ok(group.count <= mostRows);
      return [...numbersOf(group)];
    }
    assert.ok(found.groups.length > 1);
    assert.equal(new Set(found.groups.map(({ key }) => key)).size, found.groups.length);
    return found.groups.flatMap((part) => numbersBelow(part, found.unit, timeOf, zone));
  }

  for (const [what, span] of [
    ['a year', 365 * day],
    ['a day', day],
    ['an hour', hour],
    ['a minute', 60_000],
    ['a moment', 1],
  ] as const) {
    it(`loses nothing and doubles nothing: times of ${what}`, () => {
      const dice = diceFor(Math.round(span), 9);
      for (const zone of ['utc', 'local'] as const) {
        inZone('Asia/Kathmandu', () => {
          const count = 1001 + Math.floor(dice() * 6000);
          const times = Array.from({ length: count }, () =>
            dice() < 0.1 ? Number.NaN : Date.UTC(2027, 0, 1) + Math.floor(dice() * span),
          );
          const { group, timeOf } = leafOf(times);
          for (const within of [undefined, 'day', 'hour', 'minute'] as const) {
            const below = numbersBelow(group, within, timeOf, zone);
            assert.equal(sorted(below) === sorted(numbersOf(group)), true);
          }
        });
      }
    });
  }
});
