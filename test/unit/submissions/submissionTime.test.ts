import assert from 'node:assert/strict';
import { list, timeOf } from '../../../src/submissions/model/submission.ts';
import { inZone } from './zone.ts';

describe('the time of a submission', () => {
  for (const [text, time] of [
    ['2025-10-02T02:15:17.554Z', Date.UTC(2025, 9, 2, 2, 15, 17, 554)],
    ['2025-10-02T02:15:17', Date.UTC(2025, 9, 2, 2, 15, 17)],
    ['2025-10-02t02:15:17z', Date.UTC(2025, 9, 2, 2, 15, 17)],
    ['2025-10-02T02:15:17z', Date.UTC(2025, 9, 2, 2, 15, 17)],
    ['2025-10-02T02:15', Date.UTC(2025, 9, 2, 2, 15)],
    ['2025-10-02T02:15:17.554', Date.UTC(2025, 9, 2, 2, 15, 17, 554)],
    ['2025-10-02T11:15:17+09:00', Date.UTC(2025, 9, 2, 2, 15, 17)],
    ['2025-10-01T21:15:17-0500', Date.UTC(2025, 9, 2, 2, 15, 17)],
    ['2025-10-02', Date.UTC(2025, 9, 2)],
    ['2025-10-02 02:15:17', Date.UTC(2025, 9, 2, 2, 15, 17)],
    ['2025-13-02T00:00:00Z', undefined],
    ['YYYY-MM-DD-HH-MM-SS-ZZZ', undefined],
    ['2025-10-02-02-15-17-554', undefined],
    ['02.10.2025', undefined],
    ['1759371317554', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ] as const) {
    it(`written ${JSON.stringify(text)} is ${time ?? 'not read'}`, () => {
      for (const zone of ['UTC', 'Asia/Seoul', 'America/New_York']) {
        assert.equal(
          inZone(zone, () => timeOf(text)),
          time,
        );
      }
    });
  }
});

describe('a list in a record', () => {
  it('may be a bare text', () => {
    assert.deepEqual(
      [list('a'), list(['a', 'b']), list(''), list(null), list(undefined)],
      [['a'], ['a', 'b'], [], [], []],
    );
  });
});
