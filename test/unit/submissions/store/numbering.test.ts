import assert from 'node:assert/strict';
import { diceFor } from '../../../../src/demo/random.ts';
import { Numbering } from '../../../../src/submissions/store/numbering.ts';

describe('a numbering', () => {
  for (const [what, most, textOf] of [
    ['random ids', 300_000, randomIds()],
    ['ids that count', 30_000, (index: number) => `submission-${String(index).padStart(9, '0')}`],
    ['ids that differ in their middle', 30_000, (index: number) => `${'a'.repeat(40)}${index}${'b'.repeat(40)}`],
    ['numbers', 30_000, String],
  ] as const) {
    it(`keeps ${most} texts apart: ${what}`, () => {
      const texts = Array.from({ length: most }, (_, index) => textOf(index));
      const numbering = new Numbering((number, text) => texts[number] === text);
      for (const [index, text] of texts.entries()) {
        assert.equal(numbering.numberOrAdd(text, index), index);
      }
      for (const [index, text] of texts.entries()) {
        if (numbering.get(text) !== index) {
          assert.fail(`${text} has ${numbering.get(text)} in place of ${index}`);
        }
      }
      assert.equal(numbering.get('nobody'), undefined);
    });
  }

  it('takes any text', () => {
    const texts = ['', 'a', 'ab', '😀', '\u0000', '__proto__', 'x'.repeat(1_000_000), `y${'x'.repeat(999_999)}`];
    const numbering = new Numbering((number, text) => texts[number] === text);
    for (const [index, text] of texts.entries()) {
      assert.equal(numbering.get(text), undefined);
      numbering.set(text, index);
    }
    assert.deepEqual(
      texts.map((text) => numbering.get(text)),
      texts.map((_, index) => index),
    );
  });

  it('gives the latest number', () => {
    const numbering = new Numbering((number, text) => number < 3 && text === 'one');
    numbering.set('one', 1);
    numbering.set('one', 2);
    assert.equal(numbering.get('one'), 2);
  });
});

function randomIds(): (index: number) => string {
  const dice = diceFor(11, 1);
  return (index) => `fa_${Math.floor(dice() * 2 ** 32).toString(36)}${index.toString(36)}`;
}
