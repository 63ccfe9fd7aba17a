import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  clockOf,
  compareDays,
  dayNumber,
  dayOf,
  hourNumber,
  isDay,
  utcDay,
  utcDaysTouched,
  type TimeZone,
} from '../../../../src/submissions/model/days.ts';
import { inZone } from '../zone.ts';

const evening = Date.UTC(2026, 11, 31, 20, 45, 6, 789);
const hour = (time: number, zone: TimeZone): string => `${dayOf(time, zone)} ${clockOf(time, zone).slice(0, 2)}`;

describe('the day of a time', () => {
  for (const [zone, place, day, clock] of [
    ['utc', 'Asia/Seoul', '2026-12-31', '20:45:06'],
    ['local', 'UTC', '2026-12-31', '20:45:06'],
    ['local', 'Asia/Seoul', '2027-01-01', '05:45:06'],
    ['local', 'America/New_York', '2026-12-31', '15:45:06'],
    ['local', 'Asia/Kathmandu', '2027-01-01', '02:30:06'],
  ] as const) {
    it(`is ${day} at ${clock} in the zone ${zone} of ${place}`, () => {
      inZone(place, () => {
        assert.deepEqual([dayOf(evening, zone), clockOf(evening, zone)], [day, clock]);
      });
    });
  }

  it('keeps its hour on both sides of a change of the clocks', () => {
    inZone('Europe/Berlin', () => {
      assert.equal(clockOf(Date.UTC(2026, 2, 29, 0, 59, 59), 'local'), '01:59:59');
      assert.equal(clockOf(Date.UTC(2026, 2, 29, 1), 'local'), '03:00:00');
      assert.equal(clockOf(Date.UTC(2026, 9, 25, 0, 30), 'local'), '02:30:00');
      assert.equal(clockOf(Date.UTC(2026, 9, 25, 1, 30), 'local'), '02:30:00');
    });
  });

  it('may lie before 1970', () => {
    assert.equal(dayOf(-1, 'utc'), '1969-12-31');
    assert.equal(hourNumber(-1, 'utc'), -1);
  });

  it('is readable where the zone moves it out of the years with four digits', () => {
    inZone('Asia/Seoul', () => {
      const last = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
      assert.deepEqual([dayOf(last, 'local'), clockOf(last, 'local')], ['10000-01-01', '08:59:59']);
      assert.equal(dayOf(last, 'utc'), '9999-12-31');
    });
    inZone('America/New_York', () => {
      const first = Date.parse('0001-01-01T00:00:00Z');
      assert.deepEqual([dayOf(first, 'local'), clockOf(first, 'local')], ['0000-12-31', '19:03:58']);
      const before = Date.parse('0000-01-01T00:00:00Z');
      assert.deepEqual([dayOf(before, 'local'), dayOf(before - 1, 'utc')], ['-0001-12-31', '-0001-12-31']);
    });
  });

  it('is the one that the clock of the place shows, at any time and in any place', () => {
    for (const place of ['Asia/Seoul', 'Africa/Monrovia', 'America/New_York', 'Europe/Amsterdam', 'Asia/Kathmandu']) {
      inZone(place, () => {
        fc.assert(
          fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (time) => {
            const date = new Date(time);
            const two = (number: number): string => String(number).padStart(2, '0');
            const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
            const [, month, day] = dayOf(time, 'local').split(/(?<=\d)-/);
            assert.equal(clockOf(time, 'local'), clock);
            assert.deepEqual([month, day], [two(date.getMonth() + 1), two(date.getDate())]);
          }),
        );
      });
    }
  });

  it('sorts by its year, not by its letters', () => {
    const sorted = ['', '-0002-01-01', '-0001-12-31', '0000-01-01', '2025-01-02', '2025-10-01', '10000-01-01'];
    assert.deepEqual(sorted.toReversed().toSorted(compareDays), sorted);
  });
});

describe('the number of an hour', () => {
  it('is the same for all times of one hour and of no other', () => {
    inZone('Asia/Kathmandu', () => {
      for (const zone of ['utc', 'local'] as const) {
        for (let minute = 0; minute < 300; minute += 5) {
          const time = evening + minute * 60_000;
          const next = time + 300_000;
          assert.equal(hourNumber(time, zone) === hourNumber(next, zone), hour(time, zone) === hour(next, zone));
        }
      }
    });
  });
});

describe('a UTC day', () => {
  it('is counted from another', () => {
    assert.deepEqual(
      [utcDay(evening), utcDay(evening, 1), utcDay(evening, -31), utcDay(evening, -365)],
      ['2026-12-31', '2027-01-01', '2026-11-30', '2025-12-31'],
    );
  });

  it('is the same wherever the machine stands', () => {
    inZone('Pacific/Kiritimati', () => {
      assert.equal(utcDay(evening), '2026-12-31');
    });
  });

  it('has a year that the service can be asked for', () => {
    assert.deepEqual([utcDay(Date.UTC(10_000, 5), -1), utcDay(Date.UTC(-5, 5))], ['9999-12-31', '0000-01-01']);
  });

  for (const text of ['2026-12-31', '2024-02-29', '0001-01-01', '9999-12-31']) {
    it(`may be ${text}`, () => {
      assert.equal(isDay(text), true);
    });
  }

  for (const text of [
    '',
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '31.12.2026',
    '2026-12-31T00:00',
    ' 2026-12-31',
    '2026-12-31\n',
    '٢٠٢٦-١٢-٣١',
  ]) {
    it(`may not be ${JSON.stringify(text)}`, () => {
      assert.equal(isDay(text), false);
    });
  }
});

describe('the UTC days that hold days of a zone', () => {
  // The days from 1973 to 2025 at whose noon in UTC this machine's time zone has another offset than a day before.
  const daysOfChanges = (): readonly number[] => {
    const offset = (day: number): number => new Date((day + 0.5) * 86_400_000).getTimezoneOffset();
    const all = Array.from({ length: 19_300 }, (_, index) => 1100 + index);
    return all.filter((day) => offset(day) !== offset(day - 1));
  };

  const quartersAround = (day: number): readonly number[] =>
    Array.from({ length: 3 * 96 }, (_, quarter) => ((day - 1) * 96 + quarter) * 900_000);

  for (const [zone, clock, from, to] of [
    // 08:30 in Seoul, where it is a day later than in UTC.
    ['Asia/Seoul', '2025-10-01T23:30:00Z', '2025-10-01', '2025-10-02'],
    ['America/New_York', '2025-10-03T00:30:00Z', '2025-10-02', '2025-10-03'],
    ['UTC', '2025-10-02T12:00:00Z', '2025-10-02', '2025-10-02'],
    // The day on which the clock moves is an hour shorter.
    ['Europe/London', '2025-03-30T12:00:00Z', '2025-03-30', '2025-03-30'],
    ['Europe/London', '2025-03-31T12:00:00Z', '2025-03-30', '2025-03-31'],
    // The clock jumps from midnight to one, so that the day before ends at 01:00 in UTC, and the next has no midnight.
    ['Atlantic/Azores', '2025-03-30T00:30:00Z', '2025-03-29', '2025-03-30'],
    ['Atlantic/Azores', '2025-03-30T12:00:00Z', '2025-03-30', '2025-03-30'],
  ] as const) {
    it(`are ${from} to ${to} for the day of ${clock} in ${zone}`, () => {
      inZone(zone, () => {
        const today = dayNumber(Date.parse(clock), 'local');
        assert.deepEqual(utcDaysTouched(today, today, 'local'), { from, to });
      });
    });
  }

  for (const place of [
    'Africa/Cairo',
    'America/Asuncion',
    'America/Havana',
    'America/Sao_Paulo',
    'Asia/Amman',
    'Asia/Beirut',
    'Asia/Tehran',
    'Atlantic/Azores',
    'Australia/Lord_Howe',
    'Europe/London',
    'Pacific/Apia',
  ]) {
    it(`are those of the first and of the last quarter of an hour of every day around a change of the clocks in ${place}`, () => {
      inZone(place, () => {
        const days = daysOfChanges();
        assert.ok(days.length > 10);
        for (const day of days.flatMap((one) => [one - 1, one, one + 1])) {
          const own = quartersAround(day).filter((time) => dayNumber(time, 'local') === day);
          const [from, to] = [own.at(0), own.at(-1)].map((time) => time && utcDay(time));
          // A zone that moved to the other side of the date line left out a day.
          if (own.length > 0) {
            assert.deepEqual(utcDaysTouched(day, day, 'local'), { from, to }, utcDay(day * 86_400_000));
          }
        }
      });
    });
  }

  it('are the days themselves in UTC', () => {
    const today = dayNumber(Date.parse('2025-10-02T00:30:00Z'), 'utc');
    assert.deepEqual(utcDaysTouched(today - 6, today, 'utc'), { from: '2025-09-26', to: '2025-10-02' });
  });
});
