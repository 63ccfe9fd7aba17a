import assert from 'node:assert/strict';
import { age, duration, fullTime, preciseClock, shortTime } from '../../../../src/submissions/words/timeText.ts';

describe('a length of time', () => {
  it('is as precise as its size allows', () => {
    const lengths = [0, 40, 100, 3999, 59_949, 59_960, 125_000, 3_599_499, 10_920_000, 435_600_000, -4000];
    assert.deepEqual(lengths.map(duration), [
      '0 s',
      '40 ms',
      '0.1 s',
      '4.0 s',
      '59.9 s',
      '1 min 0 s',
      '2 min 5 s',
      '59 min 59 s',
      '3 h 2 min',
      '5 d 1 h',
      '\u22124.0 s',
    ]);
  });

  it('has no more of a unit than the next one holds, also when it is rounded', () => {
    const lengths = [99.4, 99.6, 3_599_500, 3_599_999, 86_369_999, 86_370_000, 86_399_999, -3_599_500];
    assert.deepEqual(lengths.map(duration), [
      '99 ms',
      '0.1 s',
      '1 h 0 min',
      '1 h 0 min',
      '23 h 59 min',
      '1 d 0 h',
      '1 d 0 h',
      '\u22121 h 0 min',
    ]);
  });
});

describe('a time', () => {
  const time = Date.UTC(2025, 9, 2, 2, 15, 59, 960);

  it('names its zone, also the one of this place', () => {
    assert.equal(fullTime(time, 'utc', 'en'), 'Thu, 2 Oct 2025, 02:15:59 UTC');
    assert.equal(shortTime(time, 'utc', 'en'), '2025-10-02 02:15:59 UTC');
    assert.match(fullTime(time, 'local', 'en'), /2025, \d\d:\d\d:59 \S+$/);
  });

  it('has its day as a number where no language has a short name for its year', () => {
    assert.equal(fullTime(Date.parse('-000001-12-31T23:00:00Z'), 'utc', 'en'), '-0001-12-31, 23:00:00 UTC');
    assert.equal(fullTime(Date.parse('0000-02-01T00:00:00Z'), 'utc', 'en'), '0000-02-01, 00:00:00 UTC');
    assert.equal(fullTime(Date.parse('0001-01-01T00:00:00Z'), 'utc', 'en'), 'Mon, 1 Jan 1, 00:00:00 UTC');
    assert.equal(fullTime(Date.parse('+010000-01-01T11:59:59Z'), 'utc', 'en'), 'Sat, 1 Jan 10000, 11:59:59 UTC');
  });

  it('is cut to tenths of a second, not rounded into the next minute', () => {
    assert.equal(preciseClock(time, 'utc'), '02:15:59.9');
    assert.equal(preciseClock(-1, 'utc'), '23:59:59.9');
  });

  it('has an age in the unit that fits', () => {
    const hours = [1 / 120, 0.5, 30, 24 * 10, 24 * 100, 24 * 800, -2];
    assert.deepEqual(
      hours.map((past) => age(time - past * 3_600_000, time, 'en')),
      ['30 seconds ago', '30 minutes ago', '30 hours ago', '10 days ago', '3 months ago', '2 years ago', 'in 2 hours'],
    );
  });
});
