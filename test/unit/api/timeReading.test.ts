import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { epochTime, isBefore, timeOf } from '../../../src/api/timeReading.ts';
import { inZone } from '../submissions/zone.ts';
import { assertLinear } from '../growth.ts';

const machines = ['UTC', 'Asia/Seoul', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati'];

/** The times that a text is on machines in several zones. */
function timesOn(text: string | null | undefined): ReadonlySet<number | undefined> {
  return new Set(machines.map((zone) => inZone(zone, () => timeOf(text))));
}

const early = Date.UTC(2025, 9, 2, 2, 15, 17);

describe('the time of a text', () => {
  for (const [text, time] of [
    ['2025-10-02T02:15:17.554Z', early + 554],
    ['2025-10-02T02:15:17', early],
    ['2025-10-02t02:15:17z', early],
    ['2025-10-02T02:15:17z', early],
    ['2025-10-02T02:15', early - 17_000],
    ['2025-10-02T02:15:17.554', early + 554],
    ['2025-10-02T02:15:17,554Z', early + 554],
    ['2025-10-02T02:15:17.5Z', early + 500],
    ['2025-10-02T02:15:17.5549999999Z', early + 554],
    ['2025-10-02T11:15:17+09:00', early],
    ['2025-10-02T11:15:17+0900', early],
    ['2025-10-02T11:15:17+09', early],
    ['2025-10-02T08:00:17+05:45', early],
    ['2025-10-01T21:15:17-0500', early],
    ['2025-10-01T21:15:17\u221205:00', early],
    ['2025-10-02 02:15:17', early],
    ['2025-10-02  02:15:17', early],
    ['2025-10-02, 02:15:17', early],
    [' 2025-10-02T02:15:17Z\n', early],
    ['2025-10-02 02:15:17 UTC', early],
    ['2025-10-02 02:15:17 GMT', early],
    ['2025-10-02 02:15:17.000 gmt', early],
    ['2025-10-02 11:15:17 KST', early],
    ['2025-10-02T11:15:17KST', early],
    ['2025-10-02 11:15:17 GMT+9', early],
    ['2025-10-02 11:15:17 UTC+09:00', early],
    ['2025-10-02 11:15:17 GMT+0900 (Korean Standard Time)', early],
    ['2025-10-02T11:15:17+09:00[Asia/Seoul]', early],
    ['2025-10-02T11:15:17[Asia/Seoul]', early],
    ['2025-10-02 11:15:17 Asia/Seoul', early],
    ['2025-10-02 11:15:17.000 +0900 KST', early],
    ['2025-10-02 04:15:17 +0200 CEST', early],
    ['2025-10-02 02:15:17 +0000 UTC', early],
    ['2025-10-02 02:15:17.000+00', early],
    ['2025-10-02T11:15:17 (KST)', early],
    ['2025-10-02T02:15:17Z[UTC]', early],
    ['2025-10-02', Date.UTC(2025, 9, 2)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1)],
    ['2017-01-01T08:59:60.5+09:00', Date.UTC(2017, 0, 1) + 500],
    ['2025-10-01T24:00:00.000Z', Date.UTC(2025, 9, 2)],
    ['2025-10-01T24:00', Date.UTC(2025, 9, 2)],
    ['0001-01-01T00:00:00', Date.parse('0001-01-01T00:00:00Z')],
    ['0000-01-01T00:00:00+01:00', Date.parse('-000001-12-31T23:00:00Z')],
    ['9999-12-31T23:59:59.9999999Z', Date.parse('9999-12-31T23:59:59.999Z')],
    ['9999-12-31T23:59:59-12:00', Date.parse('+010000-01-01T11:59:59Z')],
    ['+012345-01-01T00:00:00Z', Date.parse('+012345-01-01T00:00:00Z')],
    ['-000044-03-15T12:00:00Z', Date.parse('-000044-03-15T12:00:00Z')],
  ] as const) {
    it(`written ${JSON.stringify(text)} is ${new Date(time).toISOString()} on every machine`, () => {
      assert.deepEqual([...timesOn(text)], [time]);
    });
  }

  for (const text of [
    '2025-02-30T10:00:00.000Z',
    '2025-02-29T10:00:00.000Z',
    '2025-04-31T00:00:00Z',
    '2025-04-31',
    '1900-02-29',
    '2025-13-02T00:00:00Z',
    '2025-00-10T00:00:00Z',
    '0000-00-00 00:00:00',
    '2025-10-02T25:00:00.000Z',
    '2025-10-02T24:00:00.001Z',
    '2025-10-02T02:60:00Z',
    '2025-10-02T02:15:60.000Z',
    '2025-10-02T02:15:61Z',
    '2025-10-02T02:15:17+24:00',
    '2025-10-02T02:15:17+09:60',
    'YYYY-MM-DD-HH-MM-SS-ZZZ',
    'YYYY-MM-DDTHH:MM:SS.SSSZ',
    '2025-10-02-02-15-17-554',
    '2025-10-02T02:15:17.Z',
    '2025-10-02T02:15:1x.554Z',
    '2025-10-02 (Thu) 02:15:17',
    '2025-10-02 02:15:17 PM',
    '2025-10-02 02:15:17 CET',
    '2025-10-02 02:15:17 +0000 PM',
    '2025-10-02 02:15:17 (CET)',
    '2025-10-02T02:15:17[Europe/Berlin]',
    '2025-10-02T02:15:17Z and more',
    'on 2025-10-02T02:15:17Z',
    '2025-10-02T02:15:17Z\u0000',
    '٢٠٢٥-١٠-٠٢',
    '10/02/2025',
    '02.10.2025',
    '1759371317554',
    '-000000-01-01T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    'Infinity',
    '',
    ' ',
    null,
    undefined,
  ] as const) {
    it(`written ${JSON.stringify(text)} is not read`, () => {
      assert.deepEqual([...timesOn(text)], [undefined]);
    });
  }

  it('is the time that was written, with or without its milliseconds', () => {
    const years = { min: Date.parse('0000-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') };
    fc.assert(
      fc.property(fc.integer(years), (time) => {
        const text = new Date(time).toISOString();
        assert.equal(timeOf(text), time);
        assert.equal(timeOf(text.replace('Z', '')), time);
        assert.equal(timeOf(`${text.slice(0, 19)}Z`), Math.floor(time / 1000) * 1000);
        assert.equal(timeOf(text.slice(0, 10)), Math.floor(time / 86_400_000) * 86_400_000);
      }),
    );
  });

  it('is the same on every machine, whatever the text', () => {
    const piece = fc.constantFrom('2025', '-', '02', '10', 'T', ' ', ', ', ':', '.', '5', 'Z', 'UTC', '+09', '(Thu)');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        assert.equal(timesOn(`2025-10-02${pieces.join('')}`).size, 1);
      }),
    );
  });

  it('takes time in proportion to the text at most', async () => {
    await assertLinear((size) => timeOf(`2025-10-02T02:15:17.${'5'.repeat(size)}`), 5_000_000);
  });
});

describe('the time of a count since 1970', () => {
  for (const [count, time] of [
    [1_759_371_317, early],
    [1_759_371_317.554, early + 554],
    [1_759_371_317_554, early + 554],
    [1_759_371_317_554_321, early + 554],
    [1_759_371_317_554_321_000, early + 554],
    [20_251_002_021_517_552, undefined],
    [0, undefined],
    [1, undefined],
    [-1_759_371_317, undefined],
    [20_251_002, undefined],
    [20_251_002_021_517, undefined],
    [Number.NaN, undefined],
    [Infinity, undefined],
    [1e300, undefined],
  ] as const) {
    it(`is ${time ?? 'none'} for ${count}`, () => {
      assert.equal(epochTime(count), time);
    });
  }
});

describe('one time before another', () => {
  it('is told only of two that can be read', () => {
    assert.equal(isBefore('2025-10-02T02:15:17.554Z', '2025-10-02T02:15:17.555Z'), true);
    assert.equal(isBefore('2025-10-02T02:15:17.555Z', '2025-10-02T02:15:17.554Z'), false);
    assert.equal(isBefore('2025-02-30T02:15:17.554Z', '2025-10-02T02:15:17.554Z'), false);
    assert.equal(isBefore(null, '2025-10-02T02:15:17.554Z'), false);
  });
});
