import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { marginText, numberText, scoreText, thresholdText } from '../../../../src/submissions/words/numberText.ts';

/** Numbers as thresholds and scores may be: whole, with few decimals, in single precision, or anything. */
const number = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1000),
  fc.float({ min: 0, max: 100, noNaN: true }),
  fc.double({ min: -200, max: 200, noNaN: true }),
);

describe('a threshold in words', () => {
  for (const [threshold, text] of [
    [85, '85'],
    [72.25, '72.25'],
    [0.04, '0.04'],
    [84.96, '84.96'],
    [0.75, '0.75'],
    [0.1 + 0.2, '0.30000000000000004'],
    [0.0000001, '0.0000001'],
    [1.5e-9, '0.0000000015'],
    [1e21, '1000000000000000000000'],
    [-1.25e-7, '-0.000000125'],
    [-0, '0'],
    [true, 'yes'],
    [false, 'no'],
    ['high', 'high'],
  ] as const) {
    it(`is ${text}, as it was typed`, () => {
      assert.equal(thresholdText(threshold), text);
    });
  }

  it('is the very number, without an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        assert.match(numberText(value), /^-?\d+(\.\d+)?$/);
        assert.equal(Number(numberText(value)), value === 0 ? 0 : value);
      }),
    );
  });

  it('stays short where it is a text', () => {
    assert.ok(thresholdText('\u202e'.repeat(1_000_000)).length < 400);
  });
});

describe('a score and its margin in words', () => {
  for (const [score, threshold, text, margin] of [
    [0.7421, 0.75, '0.742', '\u22120.008'],
    [90, 72.25, '90', '+17.75'],
    [90, 0.04, '90', '+89.96'],
    [84.96, 84.96, '84.96', '0'],
    [71.449, 71.451, '71.449', '\u22120.002'],
    [71.25, 85, '71.25', '\u221213.75'],
    [84.99999999999999, 85, '84.99999999999999', '\u22120.00000000000001'],
    [84.96, 85, '84.96', '\u22120.04'],
    [84.999, 85, '84.999', '\u22120.001'],
    [84.95999908447266, 85, '84.96', '\u22120.04'],
    [85, 84.96, '85', '+0.04'],
    [85.004, 85, '85.004', '+0.004'],
    [71.41234, 85, '71.4', '\u221213.6'],
    [71, 85, '71', '\u221214'],
    [100, 100, '100', '0'],
    [99.99996948242188, 85, '99.99997', '+14.99997'],
    [-0.04, 3, '-0.04', '\u22123.04'],
    [0.0000001, 85, '0.0000001', '\u221284.9999999'],
    [85.3, 85.1, '85.3', '+0.2'],
  ] as const) {
    it(`are ${text} and ${margin} for ${score} under ${threshold}`, () => {
      assert.deepEqual([scoreText(score, threshold), marginText(score, threshold)], [text, margin]);
    });
  }

  it('have few decimals without a threshold that is a number', () => {
    assert.deepEqual([scoreText(97.78668212890625), scoreText(71.41234, 'high')], ['97.8', '71.4']);
  });

  it('stand where the numbers do, and add up', () => {
    fc.assert(
      fc.property(number, number, (score, threshold) => {
        const [shown, required] = [scoreText(score, threshold), thresholdText(threshold)];
        const margin = marginText(score, threshold).replace('\u2212', '-');
        for (const text of [shown, required, margin.replace('+', '')]) {
          assert.match(text, /^-?\d+(\.\d+)?$/);
        }
        for (const bound of [threshold, 0, 100]) {
          assert.equal(Math.sign(Number(shown) - bound) + 0, Math.sign(score - bound) + 0);
        }
        // Compare whole numbers, in units of the last decimal that any text shows: binary fractions would be inexact.
        const decimals = Math.max(...[shown, required, margin].map((text) => text.split('.')[1]?.length ?? 0));
        const units = (text: string): bigint => {
          const [whole = '', part = ''] = text.replace('+', '').split('.');
          return BigInt(`${whole}${part.padEnd(decimals, '0')}`);
        };
        assert.equal(units(margin), units(shown) - units(required));
      }),
      { numRuns: 2000 },
    );
  });
});
